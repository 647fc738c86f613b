package org.daylight.explanation.condition;

import org.jspecify.annotations.Nullable;

/** Is told of each condition as it is tested. */
@FunctionalInterface
public interface ConditionListener {
    ConditionListener NOBODY = (condition, datum, held) -> {};

    /**
     * Tells of one test.
     *
     * @param condition what was tested; all that stands before it held
     * @param datum on what, or null when it is about all data
     * @param held how it came out
     */
    void tested(Condition condition, @Nullable Object datum, boolean held);
}
