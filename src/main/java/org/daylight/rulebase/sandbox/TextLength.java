package org.daylight.rulebase.sandbox;

import org.drools.model.functions.Operator;

/** A stand-in for the engine's {@code str[length]}, which fails on a text that is absent. */
public enum TextLength implements Operator.SingleValue<String, Integer> {
    INSTANCE;

    @Override
    public boolean eval(String text, Integer length) {
        return text != null && length != null && text.length() == length;
    }

    @Override
    public String getOperatorName() {
        return "length";
    }
}
