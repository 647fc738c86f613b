package org.daylight.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the way on which the most conditions of a rule hold, and for what ends it. A way is as good as the number of
 * conditions that hold on it: each comparison is one, each {@code not}, {@code exists}, {@code forall} and result of an
 * accumulation, and a pattern without comparisons.
 */
final class Search {
    private final SeenData data;
    private final Walk walk;
    private Furthest furthest = new Furthest();

    Search(SeenData data, Walk walk) {
        this.data = data;
        this.walk = walk;
    }

    /** What is to be done behind a step, with what it bound and how many conditions held until then. */
    @FunctionalInterface
    private interface Onward {
        void go(Bindings bound, int held);
    }

    /** Where the ways through a rule end; nowhere when one of them leads through. */
    Furthest of(Step steps) {
        furthest = new Furthest();
        boolean[] through = new boolean[1];
        take(steps, Bindings.NONE, 0, (bound, held) -> through[0] = true);
        return through[0] ? new Furthest() : furthest;
    }

    /** As far as it has come, where it was stopped. */
    Furthest soFar() {
        return furthest;
    }

    private void take(Step step, Bindings bound, int held, Onward on) {
        if (step instanceof Step.All all) {
            takeAll(all.steps(), 0, bound, held, on);
        } else if (step instanceof Step.Either either) {
            takeEither(either, bound, held, on);
        } else if (step instanceof Step.Look look) {
            found(data.ofType(look.type()), false, look, held);
            among(data.ofType(look.type()), look, bound, held, on);
        } else if (step instanceof Step.LookFrom from) {
            List<Object> yielded = Walk.yielded(from, bound);
            found(yielded, true, from.look(), held);
            among(yielded, from.look(), bound, held, on);
        } else if (step instanceof Step.Check check) {
            Object about = check.about().isEmpty() ? null : bound.value(check.about());
            test(check.test(), about, bound.with(check.bounds()), held, on);
        } else if (step instanceof Step.Fold fold) {
            fold(fold, bound, held, on);
        } else {
            quantified(step, bound, held, on);
        }
    }

    private void takeAll(List<Step> steps, int next, Bindings bound, int held, Onward on) {
        if (next == steps.size()) {
            on.go(bound, held);
        } else {
            take(steps.get(next), bound, held, (more, heldThen) -> takeAll(steps, next + 1, more, heldThen, on));
        }
    }

    /** What is met inside an arm is told of the arm; what is met behind it, of the rule. */
    private void takeEither(Step.Either either, Bindings bound, int held, Onward on) {
        Furthest outer = furthest;
        List<Furthest> arms = new ArrayList<>();
        boolean[] through = new boolean[1];
        int size = Size.of(either);
        for (Step arm : either.steps()) {
            Furthest inArm = new Furthest();
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
            arms.sort(Comparator.comparingInt(Furthest::held).reversed());
            furthest.reached(arms.get(0).held(), () -> new DeadEnd.NoArm(arms));
        }
    }

    private void found(List<Object> objects, boolean from, Step.Look look, int held) {
        if (objects.isEmpty()) {
            furthest.reached(held, () -> new DeadEnd.Missing(look, from));
        }
    }

    private void among(List<Object> objects, Step.Look look, Bindings bound, int held, Onward on) {
        for (Object object : objects) {
            walk.step();
            Bindings more = bound.matched(look.variable(), object).with(look.bounds());
            test(look.test(), object, more, held, on);
        }
    }

    private void test(Step.Test test, @Nullable Object datum, Bindings bound, int held, Onward on) {
        List<Step.Test> tests = test instanceof Step.Test.AllOf all ? all.tests() : List.of(test);
        Step.Test failed = null;
        int holding = 0;
        for (Step.Test one : tests) {
            walk.step();
            if (holds(one, bound)) {
                holding++;
            } else if (failed == null) {
                failed = one;
            }
        }
        if (failed == null) {
            on.go(bound, held + Math.max(1, tests.size()));
        } else {
            Step.Test first = failed;
            int reached = isAnother(first) ? held : held + holding;
            furthest.reached(reached, () -> new DeadEnd.Failed(first, datum, bound));
        }
    }

    /** A datum that is only kept apart from itself is not close, whatever else holds on it. */
    private static boolean isAnother(Step.Test test) {
        return test instanceof Step.Test.One one && one.condition().text().startsWith("this !=");
    }

    static boolean holds(Step.Test test, Bindings bound) {
        if (test instanceof Step.Test.AllOf all) {
            return all.tests().stream().allMatch(one -> holds(one, bound));
        }
        if (test instanceof Step.Test.AnyOf any) {
            return any.tests().stream().anyMatch(one -> holds(one, bound));
        }
        return Walk.holds((Step.Test.One) test, bound);
    }

    private void fold(Step.Fold fold, Bindings bound, int held, Onward on) {
        boolean[] folded = new boolean[1];
        walk.take(fold, bound, results -> {
            folded[0] = true;
            on.go(results, held);
        });
        if (!folded[0]) {
            furthest.reached(held, () -> new DeadEnd.NoResult(fold, bound));
        }
    }

    private void quantified(Step step, Bindings bound, int held, Onward on) {
        if (step instanceof Step.None none) {
            Bindings way = firstWay(none.inside(), bound);
            end(way == null ? null : new DeadEnd.InTheWay(none.condition(), newIn(way, bound)), bound, held, on);
        } else if (step instanceof Step.Some some) {
            boolean found = firstWay(some.inside(), bound) != null;
            end(found ? null : new DeadEnd.NoneFound(some.condition(), within(some.inside(), bound)), bound, held, on);
        } else if (step instanceof Step.Every every) {
            end(counterexample(every, bound), bound, held, on);
        } else {
            throw new IllegalStateException(step.toString());
        }
    }

    private void end(@Nullable DeadEnd end, Bindings bound, int held, Onward on) {
        if (end == null) {
            on.go(bound, held + 1);
        } else {
            furthest.reached(held, () -> end);
        }
    }

    private DeadEnd.@Nullable Counterexample counterexample(Step.Every every, Bindings bound) {
        DeadEnd.Counterexample[] found = new DeadEnd.Counterexample[1];
        walk.take(every.first(), bound, more -> {
            if (found[0] == null && firstWay(every.rest(), more) == null) {
                found[0] =
                        new DeadEnd.Counterexample(every.condition(), newIn(more, bound), within(every.rest(), more));
            }
        });
        return found[0];
    }

    private @Nullable Bindings firstWay(Step step, Bindings bound) {
        Bindings[] first = new Bindings[1];
        walk.take(step, bound, more -> first[0] = first[0] == null ? more : first[0]);
        return first[0];
    }

    private Furthest within(Step inside, Bindings bound) {
        Furthest outer = furthest;
        Furthest inner = new Furthest();
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
