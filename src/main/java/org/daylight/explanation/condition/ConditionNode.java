package org.daylight.explanation.condition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.daylight.explanation.value.Bindings;
import org.daylight.explanation.value.ComparisonExplainer;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;

/** A rule's conditions as a tree that a {@link ConditionMatcher} walks. Variables go by the names the compiler gave them. */
public sealed interface ConditionNode {

    /** The nodes of an {@code and} or an {@code or}. */
    default List<ConditionNode> parts() {
        return List.of();
    }

    /** The number of conditions: each comparison is one, each quantifier, and a pattern without comparisons. */
    default int size() {
        return 1;
    }

    /** The patterns that some datum must match, whatever else holds: none of an {@code or}, and none inside a {@code not}. */
    default Stream<Pattern> required() {
        return Stream.empty();
    }

    /** Whether all the patterns that must match pass the predicate; of an {@code or}, those of one branch. */
    default boolean requires(Predicate<Pattern> predicate) {
        return required().allMatch(predicate);
    }

    /** The accumulations, but for those inside a quantifier or another accumulation. */
    default Stream<Accumulate> accumulations() {
        return parts().stream().flatMap(ConditionNode::accumulations);
    }

    /** Conditions one after the other; each sees what those before it bound. */
    record And(List<ConditionNode> parts) implements ConditionNode {
        @Override
        public int size() {
            return parts.stream().mapToInt(ConditionNode::size).sum();
        }

        @Override
        public Stream<Pattern> required() {
            return parts.stream().flatMap(ConditionNode::required);
        }

        @Override
        public boolean requires(Predicate<Pattern> predicate) {
            return parts.stream().allMatch(part -> part.requires(predicate));
        }
    }

    /** Each branch is a way on. It has as many conditions as its longest branch. */
    record Or(List<ConditionNode> parts) implements ConditionNode {
        @Override
        public int size() {
            return parts.stream().mapToInt(ConditionNode::size).max().orElse(0);
        }

        @Override
        public boolean requires(Predicate<Pattern> predicate) {
            return parts.stream().anyMatch(branch -> branch.requires(predicate));
        }
    }

    /** There is at least one way through. */
    record Exists(RuleCondition condition, ConditionNode inside) implements ConditionNode {
        @Override
        public Stream<Pattern> required() {
            return inside.required();
        }

        @Override
        public boolean requires(Predicate<Pattern> predicate) {
            return inside.requires(predicate);
        }
    }

    /** There is no way through. */
    record Not(RuleCondition condition, ConditionNode inside) implements ConditionNode {}

    /** Whatever way leads through the first, there is one through the rest. */
    record Forall(RuleCondition condition, ConditionNode first, ConditionNode rest) implements ConditionNode {}

    /**
     * Each datum of a type that passes the test is a way on.
     *
     * @param source yields the objects looked among instead of the data, as behind {@code from}
     * @param whole all of it in words; not counted among the rule's conditions
     */
    record Pattern(
            String variable,
            Class<?> type,
            Optional<Bindings.Calculation> source,
            List<Bindings.Calculation> calculations,
            Test test,
            RuleCondition whole)
            implements ConditionNode {
        @Override
        public int size() {
            return Math.max(1, test.parts().size());
        }

        @Override
        public Stream<Pattern> required() {
            return source.isEmpty() ? Stream.of(this) : Stream.empty();
        }
    }

    /**
     * A test of what is bound already, such as the result of an accumulation.
     *
     * @param subject the variable whose fields the test means, or the empty text
     */
    record Eval(String subject, List<Bindings.Calculation> calculations, Test test) implements ConditionNode {
        @Override
        public int size() {
            return Math.max(1, test.parts().size());
        }
    }

    /** Results accumulated from all ways through. The tests of these results are conditions of their own. */
    record Accumulate(ConditionNode inside, List<AccumulateFunction> functions) implements ConditionNode {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public Stream<Accumulate> accumulations() {
            return Stream.of(this);
        }
    }

    /**
     * One result of an {@link Accumulate}.
     *
     * @param result the variable it is bound to
     * @param source takes from each way what is accumulated
     */
    record AccumulateFunction(
            String result,
            Function<Bindings, @Nullable Object> source,
            Collector<@Nullable Object, Object, @Nullable Object> collector) {}

    /** A test that data passes or does not. */
    sealed interface Test {
        boolean holds(Bindings bound);

        /** The tests that must all hold. */
        default List<Test> parts() {
            return List.of(this);
        }

        /** The comparisons it is made of. */
        Stream<Comparison> comparisons();

        /**
         * A comparison.
         *
         * @param variables those that it compares
         * @param explainer tells the values in it
         */
        record Comparison(
                RuleCondition condition, List<String> variables, PredicateN predicate, ComparisonExplainer explainer)
                implements Test {
            /**
             * The engine tests what needs no join first, whatever the order written, so here a test may meet data that there
             * never reaches it. One that cannot be worked out does not hold.
             */
            @Override
            public boolean holds(Bindings bound) {
                try {
                    return predicate.test(bound.values(variables));
                } catch (Exception cannotBeWorkedOut) {
                    return false;
                }
            }

            @Override
            public Stream<Comparison> comparisons() {
                return Stream.of(this);
            }
        }

        record AllOf(List<Test> parts) implements Test {
            @Override
            public boolean holds(Bindings bound) {
                return parts.stream().allMatch(part -> part.holds(bound));
            }

            @Override
            public Stream<Comparison> comparisons() {
                return parts.stream().flatMap(Test::comparisons);
            }
        }

        record AnyOf(List<Test> alternatives) implements Test {
            @Override
            public boolean holds(Bindings bound) {
                return alternatives.stream().anyMatch(alternative -> alternative.holds(bound));
            }

            @Override
            public Stream<Comparison> comparisons() {
                return alternatives.stream().flatMap(Test::comparisons);
            }
        }
    }
}
