package org.daylight.explanation.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.condition.Bindings;
import org.daylight.explanation.condition.Condition;
import org.daylight.explanation.condition.ConditionListener;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.Conditions;
import org.daylight.explanation.condition.RuleSteps;
import org.daylight.explanation.condition.SearchLimitException;
import org.daylight.explanation.condition.WorkingMemory;
import org.daylight.explanation.value.Compared;
import org.daylight.explanation.value.ComparisonExplainer;
import org.daylight.explanation.value.ExpressionScope;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.sandbox.BudgetExhaustedException;
import org.daylight.rulebase.sandbox.Meter;
import org.daylight.vocabulary.Standing;

/** The limits on the score by which rules spoke. */
final class Thresholds {
    private final Conditions conditions;
    private final WorkingMemory data;
    private final List<Threshold> found = new ArrayList<>();

    private Thresholds(Conditions conditions, WorkingMemory data) {
        this.conditions = conditions;
        this.data = data;
    }

    static List<Threshold> of(RuleBase rules, ObservedAssessment observed, List<Firing> speaking) {
        Thresholds thresholds = new Thresholds(Conditions.of(rules), new WorkingMemory(observed.last()));
        speaking.stream().map(Firing::rule).distinct().forEach(thresholds::read);
        return List.copyOf(thresholds.found);
    }

    private void read(String name) {
        Optional<RuleSteps> rule = conditions.rules().stream()
                .filter(ruleSteps -> ruleSteps.rule().name().equals(name))
                .findFirst();
        if (rule.isPresent()) {
            Meter meter = Meter.start(conditions.budget());
            try {
                List<Bindings> ways = new ArrayList<>();
                new ConditionMatcher(data, ConditionListener.NOBODY).walk(rule.get(), ways::add);
                if (!ways.isEmpty()) {
                    read(rule.get(), rule.get().steps(), ways.get(0));
                }
            } catch (BudgetExhaustedException | SearchLimitException tooMuch) {
                // A limit that costs too much to find is not told.
            } finally {
                meter.stop();
            }
        }
    }

    private void read(RuleSteps rule, ConditionNode node, Bindings way) {
        if (node instanceof ConditionNode.And and) {
            and.steps().forEach(conditionNode -> read(rule, conditionNode, way));
        } else if (node instanceof ConditionNode.Exists exists) {
            read(rule, exists.inside(), way);
        } else if (node instanceof ConditionNode.Pattern pattern && pattern.type() == Standing.class) {
            read(rule, pattern.test(), way);
        }
    }

    private void read(RuleSteps rule, ConditionNode.Test test, Bindings way) {
        if (test instanceof ConditionNode.Test.AllOf all) {
            all.tests().forEach(one -> read(rule, one, way));
        } else if (test instanceof ConditionNode.Test.One comparison) {
            Condition condition = comparison.condition();
            Object standing = data.ofType(Standing.class).get(0);
            ExpressionScope scope = new ExpressionScope(standing, way, conditions.types());
            for (Compared compared : rule.comparing()
                    .getOrDefault(condition, new ComparisonExplainer(condition.text()))
                    .all(scope, data::id)) {
                threshold(rule, condition, compared).ifPresent(found::add);
            }
        }
    }

    private static Optional<Threshold> threshold(RuleSteps rule, Condition condition, Compared compared) {
        if (!(compared.left().equals("score")
                && compared.found() instanceof Long score
                && compared.needed() instanceof Number limit)) {
            return Optional.empty();
        }
        OptionalLong distance = distance(compared.operator(), score, limit.longValue());
        return distance.isEmpty()
                ? Optional.empty()
                : Optional.of(new Threshold(
                        rule.rule().name(),
                        condition.text(),
                        condition.file(),
                        condition.line(),
                        score,
                        limit.longValue(),
                        distance.getAsLong()));
    }

    private static OptionalLong distance(String operator, long score, long limit) {
        return switch (operator) {
            case "<" -> OptionalLong.of(limit - score);
            case "<=" -> OptionalLong.of(limit - score + 1);
            case ">=" -> OptionalLong.of(limit - score - 1);
            case ">" -> OptionalLong.of(limit - score);
            default -> OptionalLong.empty();
        };
    }
}
