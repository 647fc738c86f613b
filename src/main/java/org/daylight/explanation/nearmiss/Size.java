package org.daylight.explanation.nearmiss;

import java.util.List;
import org.daylight.explanation.condition.ConditionNode;

/** How many conditions there are, as {@link NearMissSearch} counts them; of the arms of an {@code or}, the longest. */
final class Size {
    private Size() {}

    static int of(ConditionNode node) {
        if (node instanceof ConditionNode.And and) {
            return and.steps().stream().mapToInt(Size::of).sum();
        }
        if (node instanceof ConditionNode.Or or) {
            return or.steps().stream().mapToInt(Size::of).max().orElse(0);
        }
        if (node instanceof ConditionNode.Pattern pattern) {
            return of(pattern.test());
        }
        if (node instanceof ConditionNode.PatternFrom from) {
            return of(from.look().test());
        }
        if (node instanceof ConditionNode.Eval eval) {
            return of(eval.test());
        }
        return node instanceof ConditionNode.Accumulate ? 0 : 1;
    }

    private static int of(ConditionNode.Test test) {
        List<ConditionNode.Test> tests = test instanceof ConditionNode.Test.AllOf all ? all.tests() : List.of(test);
        return Math.max(1, tests.size());
    }
}
