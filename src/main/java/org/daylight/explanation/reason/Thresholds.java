package org.daylight.explanation.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.condition.ConditionListener;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.Conditions;
import org.daylight.explanation.condition.RuleCondition;
import org.daylight.explanation.condition.RuleConditions;
import org.daylight.explanation.condition.SearchLimitException;
import org.daylight.explanation.value.Bindings;
import org.daylight.explanation.value.Compared;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.sandbox.BudgetExhaustedException;
import org.daylight.rulebase.sandbox.Meter;
import org.daylight.vocabulary.Standing;

/** Finds the limits on the score by which rules spoke. */
final class Thresholds {
    private final Conditions conditions;
    private final ConditionMatcher matcher;
    private final List<Threshold> thresholds = new ArrayList<>();

    private Thresholds(Conditions conditions, ConditionMatcher matcher) {
        this.conditions = conditions;
        this.matcher = matcher;
    }

    static List<Threshold> of(RuleBase rules, ObservedAssessment observed, List<Firing> speaking) {
        Thresholds finder = new Thresholds(Conditions.of(rules), new ConditionMatcher(observed.last()));
        speaking.stream().map(Firing::rule).distinct().forEach(finder::addLimitsOf);
        return List.copyOf(finder.thresholds);
    }

    private void addLimitsOf(String name) {
        Optional<RuleConditions> rule = conditions.rule(name);
        if (rule.isPresent()) {
            Meter meter = Meter.start(conditions.budget());
            try {
                List<Bindings> ways = new ArrayList<>();
                matcher.restart();
                matcher.match(rule.get(), ConditionListener.NONE, ways::add);
                if (!ways.isEmpty()) {
                    rule.get()
                            .root()
                            .required()
                            .filter(pattern -> pattern.type() == Standing.class)
                            .forEach(pattern -> addLimitsOf(pattern, ways.get(0)));
                }
            } catch (BudgetExhaustedException | SearchLimitException tooMuch) {
                // A limit that costs too much to find is not told.
            } finally {
                meter.stop();
            }
        }
    }

    private void addLimitsOf(ConditionNode.Pattern pattern, Bindings way) {
        Object standing = matcher.ofType(Standing.class).get(0);
        pattern.test()
                .comparisons()
                .forEach(comparison -> comparison.explainer().all(standing, way, matcher::id).stream()
                        .flatMap(compared -> threshold(comparison.condition(), compared).stream())
                        .forEach(thresholds::add));
    }

    private static Optional<Threshold> threshold(RuleCondition condition, Compared compared) {
        if (!(compared.left().equals("score")
                && compared.found() instanceof Long score
                && compared.needed() instanceof Number limit)) {
            return Optional.empty();
        }
        OptionalLong distance = distance(compared.operator(), score, limit.longValue());
        return distance.isEmpty()
                ? Optional.empty()
                : Optional.of(new Threshold(
                        condition.rule(),
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
