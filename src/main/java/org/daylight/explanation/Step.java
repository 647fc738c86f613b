package org.daylight.explanation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;

/** A rule's conditions as steps that a {@link Walk} takes. Variables go by the names the compiler gave them. */
sealed interface Step {

    /** One after the other; the next one sees what those before it bound. */
    record All(List<Step> steps) implements Step {}

    /** Each of them is a way on. */
    record Either(List<Step> steps) implements Step {}

    /** There is at least one way through. */
    record Some(Condition condition, Step inside) implements Step {}

    /** There is no way through. */
    record None(Condition condition, Step inside) implements Step {}

    /** Whatever way leads through the first, there is one through the rest. */
    record Every(Condition condition, Step first, Step rest) implements Step {}

    /**
     * Each datum of a type that passes the tests is a way on.
     *
     * @param pattern all of it in words; not counted among the rule's conditions
     */
    record Look(String variable, Class<?> type, List<Bound> bounds, Test test, Condition pattern) implements Step {}

    /** As {@link Look}, among what an expression yields. */
    record LookFrom(Look look, Bound source) implements Step {}

    /**
     * Tests of what is bound already, such as the result of an accumulation.
     *
     * @param about the variable whose fields the tests mean, or the empty text
     */
    record Check(String about, List<Bound> bounds, Test test) implements Step {}

    /** All ways through, folded into results. */
    record Fold(Step inside, List<Folding> foldings) implements Step {}

    /**
     * One result of a {@link Fold}.
     *
     * @param result the variable it is bound to
     * @param source the variable folded, where there is one
     * @param fixed what is folded instead of a variable
     * @param function makes the engine's function object
     */
    record Folding(String result, Optional<String> source, Optional<Object> fixed, Supplier<Object> function) {}

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
