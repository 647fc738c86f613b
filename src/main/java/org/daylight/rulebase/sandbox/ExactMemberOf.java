package org.daylight.rulebase.sandbox;

import org.drools.model.functions.Operator;

/** {@link ExactContains} from the element's side. */
public enum ExactMemberOf implements Operator.SingleValue<Object, Object> {
    INSTANCE;

    @Override
    public boolean eval(Object element, Object collection) {
        return ExactContains.found(collection, element);
    }

    @Override
    public String getOperatorName() {
        return "memberOf";
    }
}
