package org.daylight.explanation.nearmiss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.condition.ConditionListener;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.Conditions;
import org.daylight.explanation.condition.RuleSteps;
import org.daylight.explanation.condition.SearchLimitException;
import org.daylight.explanation.condition.WorkingMemory;
import org.daylight.rulebase.sandbox.BudgetExhaustedException;
import org.daylight.rulebase.sandbox.Meter;

/**
 * Finds why the rules that could have concerned a request did not fire, by walking their conditions over the data that there was at
 * the end of the assessment.
 */
public final class NearMissFinder {
    /** Data held against patterns and conditions, for one rule. */
    private static final long MOST_STEPS_A_RULE = 200_000;

    private static final String TOO_MANY_WAYS = "too many ways through its conditions";

    private static final Comparator<NearMiss> DECIDING_THEN_CLOSEST = Comparator.comparing(
                    (NearMiss nearMiss) -> !nearMiss.decides())
            .thenComparingInt(nearMiss -> nearMiss.of() - nearMiss.held())
            .thenComparing(Comparator.comparingInt(NearMiss::held).reversed())
            .thenComparing(NearMiss::file)
            .thenComparingInt(NearMiss::line);

    private final Conditions conditions;
    private final WorkingMemory data;
    private final AbsenceReason absence;
    private final Applicability concern;
    private final Set<String> fired;

    private NearMissFinder(Inquiry inquiry, ObservedAssessment observed) {
        this.conditions = Conditions.of(inquiry.rules());
        this.data = new WorkingMemory(observed.last());
        this.absence = new AbsenceReason(inquiry, observed.assessment(), observed.last());
        this.concern = new Applicability(data);
        this.fired = observed.assessment().trace().stream().map(Firing::rule).collect(Collectors.toSet());
    }

    /**
     * Finds near misses.
     *
     * @param observed the assessment, with the data that rules saw
     */
    public static NearMisses find(Inquiry inquiry, ObservedAssessment observed) {
        return new NearMissFinder(inquiry, observed).find();
    }

    private NearMisses find() {
        List<NearMiss> misses = new ArrayList<>();
        SortedMap<String, String> notExplained = new TreeMap<>(conditions.notWalkable());
        notExplained.keySet().removeAll(fired);
        for (RuleSteps rule : conditions.rules()) {
            if (!fired.contains(rule.rule().name())) {
                Meter meter = Meter.start(conditions.budget());
                try {
                    if (concern.of(rule.steps())) {
                        misses.add(miss(rule));
                    }
                } catch (BudgetExhaustedException | SearchLimitException tooMuch) {
                    notExplained.put(rule.rule().name(), TOO_MANY_WAYS);
                } finally {
                    meter.stop();
                }
            }
        }
        misses.sort(DECIDING_THEN_CLOSEST);
        return new NearMisses(misses, notExplained);
    }

    private NearMiss miss(RuleSteps rule) {
        ConditionMatcher matcher = new ConditionMatcher(data, ConditionListener.NOBODY, MOST_STEPS_A_RULE);
        matcher.begin(rule.rule().name());
        NearMissSearch search = new NearMissSearch(data, matcher);
        DeepestFailures furthest;
        boolean all = true;
        try {
            furthest = search.of(rule.steps());
        } catch (SearchLimitException given) {
            furthest = search.soFar();
            all = false;
            if (furthest.ends().isEmpty()) {
                throw given;
            }
        }
        matcher.begin(rule.rule().name());
        FailureDescriber telling = new FailureDescriber(rule, data, absence, conditions.types(), matcher);
        Optional<FailedCondition> closest = telling.closest(furthest);
        // An accumulation that comes to nothing is no condition that can be counted, but it ends the way.
        int size = Math.max(Size.of(rule.steps()), closest.isPresent() ? furthest.held() + 1 : 0);
        return new NearMiss(
                rule.rule().name(),
                rule.rule().cites(),
                rule.rule().file(),
                rule.rule().line(),
                rule.would(),
                closest.isPresent() ? furthest.held() : size,
                size,
                closest.orElseGet(telling::held),
                all);
    }
}
