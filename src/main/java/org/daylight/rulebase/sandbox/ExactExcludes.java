package org.daylight.rulebase.sandbox;

import org.drools.model.functions.Operator;

/** The opposite of {@link ExactContains}. */
public enum ExactExcludes implements Operator.SingleValue<Object, Object> {
    INSTANCE;

    @Override
    public boolean eval(Object collection, Object element) {
        return !ExactContains.found(collection, element);
    }

    @Override
    public String getOperatorName() {
        return "excludes";
    }
}
