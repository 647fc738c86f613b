package org.daylight.explanation.nearmiss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.Conditions;
import org.daylight.explanation.condition.RuleConditions;
import org.daylight.explanation.condition.SearchLimitException;
import org.daylight.explanation.value.Bindings;
import org.daylight.rulebase.sandbox.BudgetExhaustedException;
import org.daylight.rulebase.sandbox.Meter;
import org.daylight.vocabulary.Request;

/**
 * The reasons why rules did not fire.
 *
 * @param rules those that could have concerned the request, first those that decide, in each kind the closest first
 * @param notExplained rules of which nothing can be said, and what in them is the reason
 */
public record NearMisses(List<NearMiss> rules, SortedMap<String, String> notExplained) {
    /** Patterns and tests that may be tried on data, for one rule. */
    private static final long MOST_STEPS_A_RULE = 200_000;

    private static final String TOO_MANY_WAYS = "too many ways through its conditions";
    private static final Pattern SERVICE = Pattern.compile("\\bservice\\b|\\bgetService\\b");

    public NearMisses {
        rules = List.copyOf(rules);
        notExplained = Collections.unmodifiableSortedMap(new TreeMap<>(notExplained));
    }

    /**
     * Finds near misses in the data that there was at the end of an assessment.
     *
     * @param observed the assessment, with the data that rules saw
     */
    public static NearMisses of(Inquiry inquiry, ObservedAssessment observed) {
        Conditions conditions = Conditions.of(inquiry.rules());
        ConditionMatcher matcher = new ConditionMatcher(observed.last(), MOST_STEPS_A_RULE);
        Set<String> fired =
                observed.assessment().trace().stream().map(Firing::rule).collect(Collectors.toSet());
        List<NearMiss> nearMisses = new ArrayList<>();
        SortedMap<String, String> notExplained = new TreeMap<>(conditions.notWalkable());
        notExplained.keySet().removeAll(fired);
        for (RuleConditions rule : conditions.rules()) {
            if (!fired.contains(rule.rule().name())) {
                Meter meter = Meter.start(conditions.budget());
                try {
                    if (mayConcern(rule, matcher)) {
                        nearMisses.add(nearMiss(rule, matcher, new FailureDescriber(rule, matcher, inquiry, observed)));
                    }
                } catch (BudgetExhaustedException | SearchLimitException tooMuch) {
                    notExplained.put(rule.rule().name(), TOO_MANY_WAYS);
                } finally {
                    meter.stop();
                }
            }
        }
        nearMisses.sort(NearMiss.DECIDING_THEN_CLOSEST);
        return new NearMisses(nearMisses, notExplained);
    }

    /**
     * Whether a rule could have concerned the request at all. One that asks for a request of another type, or by another service,
     * is about something else; all others could have: those that ask for this service, and those that mention no request, which
     * score or conclude.
     */
    private static boolean mayConcern(RuleConditions rule, ConditionMatcher matcher) {
        return rule.root()
                .requires(pattern -> !Request.class.isAssignableFrom(pattern.type())
                        || matcher.ofType(pattern.type()).stream()
                                .anyMatch(request -> isPutByService(pattern, request)));
    }

    private static boolean isPutByService(ConditionNode.Pattern pattern, Object request) {
        Bindings bound = Bindings.NONE.matched(pattern.variable(), request).with(pattern.calculations());
        return pattern.test().parts().stream()
                .filter(test -> test instanceof ConditionNode.Test.Comparison comparison
                        && SERVICE.matcher(comparison.condition().text()).find()
                        && comparison.variables().stream().allMatch(bound::isBound))
                .allMatch(test -> test.holds(bound));
    }

    private static NearMiss nearMiss(RuleConditions rule, ConditionMatcher matcher, FailureDescriber describer) {
        DeepestFailures failures = new DeepestFailures(matcher);
        boolean[] isMatched = new boolean[1];
        boolean isComplete = true;
        matcher.restart();
        try {
            matcher.match(rule, failures, way -> isMatched[0] = true);
        } catch (SearchLimitException tooManyWays) {
            isComplete = false;
            isMatched[0] = false;
            if (failures.failures().isEmpty()) {
                throw tooManyWays;
            }
        }
        matcher.restart();
        Optional<FailedCondition> closest = isMatched[0] ? Optional.empty() : describer.closest(failures);
        // An accumulation that comes to nothing is no condition that can be counted, but it ends the way.
        int size = Math.max(rule.root().size(), closest.isPresent() ? failures.held() + 1 : 0);
        return new NearMiss(
                rule.rule().name(),
                rule.rule().cites(),
                rule.rule().file(),
                rule.rule().line(),
                rule.verbs(),
                closest.isPresent() ? failures.held() : size,
                size,
                closest.orElseGet(describer::held),
                isComplete);
    }
}
