package org.daylight.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daylight.rulebase.RuleText;

/**
 * A rule with its conditions as steps, and each of them by itself.
 *
 * @param would what its consequence does, such as {@code decision.refuse}
 */
record RuleSteps(
        RuleText rule,
        ConditionNode steps,
        List<Condition> conditions,
        Map<Condition, ComparisonExplainer> comparing,
        List<String> would) {

    /** The accumulation whose result a test is about. */
    Optional<ConditionNode.Accumulate> fold(List<String> variables) {
        return folds(steps)
                .filter(fold -> fold.foldings().stream().anyMatch(folding -> variables.contains(folding.result())))
                .findFirst();
    }

    private static Stream<ConditionNode.Accumulate> folds(ConditionNode step) {
        if (step instanceof ConditionNode.And all) {
            return all.steps().stream().flatMap(RuleSteps::folds);
        }
        if (step instanceof ConditionNode.Or either) {
            return either.steps().stream().flatMap(RuleSteps::folds);
        }
        return step instanceof ConditionNode.Accumulate fold ? Stream.of(fold) : Stream.empty();
    }
}
