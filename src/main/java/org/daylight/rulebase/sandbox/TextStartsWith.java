package org.daylight.rulebase.sandbox;

import org.drools.model.functions.Operator;

/** A stand-in for the engine's {@code str[startsWith]}, which fails on a text that is absent. */
public enum TextStartsWith implements Operator.SingleValue<String, String> {
    INSTANCE;

    @Override
    public boolean eval(String text, String beginning) {
        return text != null && beginning != null && text.startsWith(beginning);
    }

    @Override
    public String getOperatorName() {
        return "startsWith";
    }
}
