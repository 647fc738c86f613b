package org.daylight.explanation.condition;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;

/** A rule's conditions as steps that a {@link ConditionMatcher} takes. Variables go by the names the compiler gave them. */
public sealed interface ConditionNode {

    /** One after the other; the next one sees what those before it bound. */
    record And(List<ConditionNode> steps) implements ConditionNode {}

    /** Each of them is a way on. */
    record Or(List<ConditionNode> steps) implements ConditionNode {}

    /** There is at least one way through. */
    record Exists(Condition condition, ConditionNode inside) implements ConditionNode {}

    /** There is no way through. */
    record Not(Condition condition, ConditionNode inside) implements ConditionNode {}

    /** Whatever way leads through the first, there is one through the rest. */
    record Forall(Condition condition, ConditionNode first, ConditionNode rest) implements ConditionNode {}

    /**
     * Each datum of a type that passes the tests is a way on.
     *
     * @param pattern all of it in words; not counted among the rule's conditions
     */
    record Pattern(String variable, Class<?> type, List<Bound> bounds, Test test, Condition pattern)
            implements ConditionNode {}

    /** As {@link Pattern}, among what an expression yields. */
    record PatternFrom(Pattern look, Bound source) implements ConditionNode {}

    /**
     * Tests of what is bound already, such as the result of an accumulation.
     *
     * @param about the variable whose fields the tests mean, or the empty text
     */
    record Eval(String about, List<Bound> bounds, Test test) implements ConditionNode {}

    /** All ways through, folded into results. */
    record Accumulate(ConditionNode inside, List<AccumulateFunction> foldings) implements ConditionNode {}

    /**
     * One result of a {@link Accumulate}.
     *
     * @param result the variable it is bound to
     * @param source the variable folded, where there is one
     * @param fixed what is folded instead of a variable
     * @param function makes the engine's function object
     */
    record AccumulateFunction(
            String result, Optional<String> source, Optional<Object> fixed, Supplier<Object> function) {}

    /** A value worked out from others when it is asked for. */
    record Bound(String variable, List<String> inputs, Expression expression) {}

    /** An author's expression, compiled. */
    interface Expression {
        @Nullable
        Object value(@Nullable Object... inputs);
    }

    /** Whether data passes. */
    sealed interface Test {

        /** A comparison; it may fail to be worked out, and does not hold then. */
        record One(Condition condition, List<String> variables, PredicateN predicate) implements Test {}

        record AllOf(List<Test> tests) implements Test {}

        record AnyOf(List<Test> tests) implements Test {}
    }
}
