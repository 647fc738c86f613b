package org.daylight.rulebase.sandbox;

import java.util.Collection;
import org.daylight.rulebase.exact.Wide;
import org.drools.model.functions.Operator;

/** A stand-in for the engine's {@code contains}, which finds numbers by value, whatever their kinds. */
public enum ExactContains implements Operator.SingleValue<Object, Object> {
    INSTANCE;

    @Override
    public boolean eval(Object collection, Object element) {
        return found(collection, element);
    }

    /** Whether a text has the other as a part, or a collection an element that says the same. */
    static boolean found(Object where, Object what) {
        if (where instanceof String text) {
            return what instanceof String part && text.contains(part);
        }
        return where instanceof Collection<?> elements
                && elements.stream().anyMatch(element -> Wide.equal(element, what));
    }

    @Override
    public String getOperatorName() {
        return "contains";
    }
}
