package org.daylight.rulebase.sandbox;

import org.drools.model.functions.Operator;

/** A metered stand-in for the engine's {@code matches} where the expression is no constant. */
public enum MeteredMatches implements Operator.SingleValue<String, String> {
    INSTANCE;

    @Override
    public boolean eval(String text, String expression) {
        return text != null && expression != null && MeteredMethods.matches(text, expression);
    }

    @Override
    public String getOperatorName() {
        return "matches";
    }
}
