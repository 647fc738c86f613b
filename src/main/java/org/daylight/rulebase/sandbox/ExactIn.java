package org.daylight.rulebase.sandbox;

import java.util.Arrays;
import org.daylight.rulebase.exact.Wide;
import org.drools.model.functions.Operator;

/** A stand-in for the engine's {@code in}, which finds numbers by value, whatever their kinds. */
public enum ExactIn implements Operator.MultipleValue<Object, Object> {
    INSTANCE;

    @Override
    public boolean eval(Object value, Object[] choices) {
        return Arrays.stream(choices).anyMatch(choice -> Wide.equal(value, choice));
    }

    @Override
    public String getOperatorName() {
        return "in";
    }
}
