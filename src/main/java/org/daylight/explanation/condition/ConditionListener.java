package org.daylight.explanation.condition;

import java.util.List;
import org.daylight.explanation.value.Bindings;
import org.jspecify.annotations.Nullable;

/** Listens to a matcher: to each condition as it is tested, and to where ways through a rule's conditions end. */
@FunctionalInterface
public interface ConditionListener {
    ConditionListener NONE = (condition, datum, held) -> {};

    /**
     * Tells of one test.
     *
     * @param condition the condition tested; all that stands before it held
     * @param datum the datum it was tested on, or null when it is about all data
     * @param held whether it held
     */
    void tested(RuleCondition condition, @Nullable Object datum, boolean held);

    /**
     * Tells that a way ends at a test.
     *
     * @param failed the first part of the test that does not hold
     * @param datum the datum tested, or null where the test is about no object
     * @param bound everything that the test can see
     */
    default void rejected(ConditionNode.Test test, ConditionNode.Test failed, @Nullable Object datum, Bindings bound) {}

    /**
     * Tells that a way ends at a node that is no test.
     *
     * @param before everything bound before the node
     * @param inside the bindings that a {@code not} forbids, or on which a {@code forall} does not hold; else as before
     */
    default void ended(ConditionNode node, Bindings before, Bindings inside) {}

    /**
     * Tells that no branch of an {@code or} leads on.
     *
     * @param branches the listeners of its branches
     */
    default void ended(ConditionNode.Or or, List<ConditionListener> branches) {}

    /** Returns the listener of one more branch of an {@code or}. */
    default ConditionListener forBranch() {
        return this;
    }

    /** Returns the listener of what is inside a quantifier or an accumulation. */
    default ConditionListener forInside() {
        return this;
    }
}
