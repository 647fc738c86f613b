package org.daylight.rulebase.sandbox;

import org.drools.model.functions.Operator;

/** A stand-in for the engine's {@code str[endsWith]}, which fails on a text that is absent. */
public enum TextEndsWith implements Operator.SingleValue<String, String> {
    INSTANCE;

    @Override
    public boolean eval(String text, String end) {
        return text != null && end != null && text.endsWith(end);
    }

    @Override
    public String getOperatorName() {
        return "endsWith";
    }
}
