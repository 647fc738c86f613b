package org.daylight.explanation;

import java.util.List;

/** How many conditions there are, as {@link Search} counts them; of the arms of an {@code or}, the longest. */
final class Size {
    private Size() {}

    static int of(Step step) {
        if (step instanceof Step.All all) {
            return all.steps().stream().mapToInt(Size::of).sum();
        }
        if (step instanceof Step.Either either) {
            return either.steps().stream().mapToInt(Size::of).max().orElse(0);
        }
        if (step instanceof Step.Look look) {
            return of(look.test());
        }
        if (step instanceof Step.LookFrom from) {
            return of(from.look().test());
        }
        if (step instanceof Step.Check check) {
            return of(check.test());
        }
        return step instanceof Step.Fold ? 0 : 1;
    }

    private static int of(Step.Test test) {
        List<Step.Test> tests = test instanceof Step.Test.AllOf all ? all.tests() : List.of(test);
        return Math.max(1, tests.size());
    }
}
