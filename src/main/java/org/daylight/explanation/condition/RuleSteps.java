package org.daylight.explanation.condition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daylight.explanation.value.ComparisonExplainer;
import org.daylight.rulebase.source.RuleText;

/**
 * A rule with its conditions as steps, and each of them by itself.
 *
 * @param would what its consequence does, such as {@code decision.refuse}
 */
public record RuleSteps(
        RuleText rule,
        ConditionNode steps,
        List<Condition> conditions,
        Map<Condition, ComparisonExplainer> comparing,
        List<String> would) {

    /** The accumulation whose result a test is about. */
    public Optional<ConditionNode.Accumulate> fold(List<String> variables) {
        return folds(steps)
                .filter(accumulate ->
                        accumulate.foldings().stream().anyMatch(folding -> variables.contains(folding.result())))
                .findFirst();
    }

    private static Stream<ConditionNode.Accumulate> folds(ConditionNode node) {
        if (node instanceof ConditionNode.And and) {
            return and.steps().stream().flatMap(RuleSteps::folds);
        }
        if (node instanceof ConditionNode.Or or) {
            return or.steps().stream().flatMap(RuleSteps::folds);
        }
        return node instanceof ConditionNode.Accumulate accumulate ? Stream.of(accumulate) : Stream.empty();
    }
}
