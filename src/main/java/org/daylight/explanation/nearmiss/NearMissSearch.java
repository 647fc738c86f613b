package org.daylight.explanation.nearmiss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daylight.explanation.condition.Bindings;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.WorkingMemory;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the way on which the most conditions of a rule hold, and for what ends it. A way is as good as the number of
 * conditions that hold on it: each comparison is one, each {@code not}, {@code exists}, {@code forall} and result of an
 * accumulation, and a pattern without comparisons.
 */
final class NearMissSearch {
    private final WorkingMemory data;
    private final ConditionMatcher matcher;
    private DeepestFailures furthest = new DeepestFailures();

    NearMissSearch(WorkingMemory data, ConditionMatcher matcher) {
        this.data = data;
        this.matcher = matcher;
    }

    /** What is to be done behind a step, with what it bound and how many conditions held until then. */
    @FunctionalInterface
    private interface Onward {
        void go(Bindings bound, int held);
    }

    /** Where the ways through a rule end; nowhere when one of them leads through. */
    DeepestFailures of(ConditionNode steps) {
        furthest = new DeepestFailures();
        boolean[] through = new boolean[1];
        take(steps, Bindings.NONE, 0, (bound, held) -> through[0] = true);
        return through[0] ? new DeepestFailures() : furthest;
    }

    /** As far as it has come, where it was stopped. */
    DeepestFailures soFar() {
        return furthest;
    }

    private void take(ConditionNode node, Bindings bound, int held, Onward on) {
        if (node instanceof ConditionNode.And and) {
            takeAll(and.steps(), 0, bound, held, on);
        } else if (node instanceof ConditionNode.Or or) {
            takeEither(or, bound, held, on);
        } else if (node instanceof ConditionNode.Pattern pattern) {
            found(data.ofType(pattern.type()), false, pattern, held);
            among(data.ofType(pattern.type()), pattern, bound, held, on);
        } else if (node instanceof ConditionNode.PatternFrom from) {
            List<Object> yielded = ConditionMatcher.yielded(from, bound);
            found(yielded, true, from.look(), held);
            among(yielded, from.look(), bound, held, on);
        } else if (node instanceof ConditionNode.Eval eval) {
            Object about = eval.about().isEmpty() ? null : bound.value(eval.about());
            test(eval.test(), about, bound.with(eval.bounds()), held, on);
        } else if (node instanceof ConditionNode.Accumulate accumulate) {
            fold(accumulate, bound, held, on);
        } else {
            quantified(node, bound, held, on);
        }
    }

    private void takeAll(List<ConditionNode> steps, int next, Bindings bound, int held, Onward on) {
        if (next == steps.size()) {
            on.go(bound, held);
        } else {
            take(steps.get(next), bound, held, (more, heldThen) -> takeAll(steps, next + 1, more, heldThen, on));
        }
    }

    /** What is met inside an arm is told of the arm; what is met behind it, of the rule. */
    private void takeEither(ConditionNode.Or or, Bindings bound, int held, Onward on) {
        DeepestFailures outer = furthest;
        List<DeepestFailures> arms = new ArrayList<>();
        boolean[] through = new boolean[1];
        int size = Size.of(or);
        for (ConditionNode arm : or.steps()) {
            DeepestFailures inArm = new DeepestFailures();
            furthest = inArm;
            take(arm, bound, held, (more, heldThen) -> {
                through[0] = true;
                furthest = outer;
                on.go(more, held + size);
                furthest = inArm;
            });
            arms.add(inArm);
        }
        furthest = outer;
        if (!through[0]) {
            arms.sort(Comparator.comparingInt(DeepestFailures::held).reversed());
            furthest.reached(arms.get(0).held(), () -> new MatchFailure.NoArm(arms));
        }
    }

    private void found(List<Object> objects, boolean from, ConditionNode.Pattern pattern, int held) {
        if (objects.isEmpty()) {
            furthest.reached(held, () -> new MatchFailure.Missing(pattern, from));
        }
    }

    private void among(List<Object> objects, ConditionNode.Pattern pattern, Bindings bound, int held, Onward on) {
        for (Object object : objects) {
            matcher.step();
            Bindings more = bound.matched(pattern.variable(), object).with(pattern.bounds());
            test(pattern.test(), object, more, held, on);
        }
    }

    private void test(ConditionNode.Test test, @Nullable Object datum, Bindings bound, int held, Onward on) {
        List<ConditionNode.Test> tests = test instanceof ConditionNode.Test.AllOf all ? all.tests() : List.of(test);
        ConditionNode.Test failed = null;
        int holding = 0;
        for (ConditionNode.Test one : tests) {
            matcher.step();
            if (holds(one, bound)) {
                holding++;
            } else if (failed == null) {
                failed = one;
            }
        }
        if (failed == null) {
            on.go(bound, held + Math.max(1, tests.size()));
        } else {
            ConditionNode.Test first = failed;
            int reached = isAnother(first) ? held : held + holding;
            furthest.reached(reached, () -> new MatchFailure.Failed(first, datum, bound));
        }
    }

    /** A datum that is only kept apart from itself is not close, whatever else holds on it. */
    private static boolean isAnother(ConditionNode.Test test) {
        return test instanceof ConditionNode.Test.One comparison
                && comparison.condition().text().startsWith("this !=");
    }

    static boolean holds(ConditionNode.Test test, Bindings bound) {
        if (test instanceof ConditionNode.Test.AllOf all) {
            return all.tests().stream().allMatch(one -> holds(one, bound));
        }
        if (test instanceof ConditionNode.Test.AnyOf any) {
            return any.tests().stream().anyMatch(one -> holds(one, bound));
        }
        return ConditionMatcher.holds((ConditionNode.Test.One) test, bound);
    }

    private void fold(ConditionNode.Accumulate accumulate, Bindings bound, int held, Onward on) {
        boolean[] folded = new boolean[1];
        matcher.take(accumulate, bound, results -> {
            folded[0] = true;
            on.go(results, held);
        });
        if (!folded[0]) {
            furthest.reached(held, () -> new MatchFailure.NoResult(accumulate, bound));
        }
    }

    private void quantified(ConditionNode node, Bindings bound, int held, Onward on) {
        if (node instanceof ConditionNode.Not not) {
            Bindings way = firstWay(not.inside(), bound);
            end(way == null ? null : new MatchFailure.InTheWay(not.condition(), newIn(way, bound)), bound, held, on);
        } else if (node instanceof ConditionNode.Exists exists) {
            boolean found = firstWay(exists.inside(), bound) != null;
            end(
                    found ? null : new MatchFailure.NoneFound(exists.condition(), within(exists.inside(), bound)),
                    bound,
                    held,
                    on);
        } else if (node instanceof ConditionNode.Forall forall) {
            end(counterexample(forall, bound), bound, held, on);
        } else {
            throw new IllegalStateException(node.toString());
        }
    }

    private void end(@Nullable MatchFailure failure, Bindings bound, int held, Onward on) {
        if (failure == null) {
            on.go(bound, held + 1);
        } else {
            furthest.reached(held, () -> failure);
        }
    }

    private MatchFailure.@Nullable Counterexample counterexample(ConditionNode.Forall forall, Bindings bound) {
        MatchFailure.Counterexample[] found = new MatchFailure.Counterexample[1];
        matcher.take(forall.first(), bound, more -> {
            if (found[0] == null && firstWay(forall.rest(), more) == null) {
                found[0] = new MatchFailure.Counterexample(
                        forall.condition(), newIn(more, bound), within(forall.rest(), more));
            }
        });
        return found[0];
    }

    private @Nullable Bindings firstWay(ConditionNode node, Bindings bound) {
        Bindings[] first = new Bindings[1];
        matcher.take(node, bound, more -> first[0] = first[0] == null ? more : first[0]);
        return first[0];
    }

    private DeepestFailures within(ConditionNode inside, Bindings bound) {
        DeepestFailures outer = furthest;
        DeepestFailures inner = new DeepestFailures();
        furthest = inner;
        take(inside, bound, 0, (more, held) -> {});
        furthest = outer;
        return inner;
    }

    private static List<Object> newIn(Bindings way, Bindings before) {
        List<Object> data = way.data();
        return data.subList(before.data().size(), data.size());
    }
}
