package org.daylight.explanation.condition;

import java.util.List;
import org.daylight.explanation.value.Bindings;
import org.jspecify.annotations.Nullable;

/** Is told of each condition as it is tested, and of where ways through a rule's conditions end. */
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
    void tested(RuleCondition condition, @Nullable Object datum, boolean held);

    /**
     * Tells that a way ends at a test.
     *
     * @param failed the first part of the test that does not hold
     * @param datum on what, or null where it is about no object
     * @param bound with all that the test can see
     */
    default void rejected(ConditionNode.Test test, ConditionNode.Test failed, @Nullable Object datum, Bindings bound) {}

    /**
     * Tells that a way ends at a node that is no test.
     *
     * @param before what was bound before the node
     * @param inside the way that a {@code not} forbids, or on which a {@code forall} does not hold; else as before
     */
    default void ended(ConditionNode node, Bindings before, Bindings inside) {}

    /**
     * Tells that no branch of an {@code or} leads on.
     *
     * @param branches who was told of each branch
     */
    default void ended(ConditionNode.Or or, List<ConditionListener> branches) {}

    /** Who is told of one branch of an {@code or}. */
    default ConditionListener forBranch() {
        return this;
    }

    /** Who is told of what is inside a quantifier or an accumulation. */
    default ConditionListener forInside() {
        return this;
    }
}
