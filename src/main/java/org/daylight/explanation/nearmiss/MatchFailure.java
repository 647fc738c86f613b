package org.daylight.explanation.nearmiss;

import java.util.List;
import org.daylight.explanation.condition.Bindings;
import org.daylight.explanation.condition.Condition;
import org.daylight.explanation.condition.ConditionNode;
import org.jspecify.annotations.Nullable;

/** Where a way through a rule's conditions ended before the end of the rule. */
sealed interface MatchFailure {

    /**
     * There is nothing of the type looked for.
     *
     * @param from whether it was looked for in what an expression yields, not among the data
     */
    record Missing(ConditionNode.Pattern look, boolean from) implements MatchFailure {}

    /**
     * A test did not hold.
     *
     * @param datum on what; null where it is about a result
     * @param bound with all that the test can see
     */
    record Failed(ConditionNode.Test test, @Nullable Object datum, Bindings bound) implements MatchFailure {}

    /** An accumulation came to nothing. */
    record NoResult(ConditionNode.Accumulate fold, Bindings bound) implements MatchFailure {}

    /** There is what must not be there; {@code data} may be empty where what stands in the way is itself an absence. */
    record InTheWay(Condition condition, List<Object> data) implements MatchFailure {}

    /** There is no way through the inside of an {@code exists}. */
    record NoneFound(Condition condition, DeepestFailures inside) implements MatchFailure {}

    /** Of what {@code forall} is about, this does not lead through the rest. */
    record Counterexample(Condition condition, List<Object> data, DeepestFailures rest) implements MatchFailure {}

    /** No arm of an {@code or} leads on. */
    record NoArm(List<DeepestFailures> arms) implements MatchFailure {}
}
