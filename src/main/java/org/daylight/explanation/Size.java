package org.daylight.explanation;

import java.util.List;

/** How many conditions there are, as {@link NearMissSearch} counts them; of the arms of an {@code or}, the longest. */
final class Size {
    private Size() {}

    static int of(ConditionNode step) {
        if (step instanceof ConditionNode.And all) {
            return all.steps().stream().mapToInt(Size::of).sum();
        }
        if (step instanceof ConditionNode.Or either) {
            return either.steps().stream().mapToInt(Size::of).max().orElse(0);
        }
        if (step instanceof ConditionNode.Pattern look) {
            return of(look.test());
        }
        if (step instanceof ConditionNode.PatternFrom from) {
            return of(from.look().test());
        }
        if (step instanceof ConditionNode.Eval check) {
            return of(check.test());
        }
        return step instanceof ConditionNode.Accumulate ? 0 : 1;
    }

    private static int of(ConditionNode.Test test) {
        List<ConditionNode.Test> tests = test instanceof ConditionNode.Test.AllOf all ? all.tests() : List.of(test);
        return Math.max(1, tests.size());
    }
}
