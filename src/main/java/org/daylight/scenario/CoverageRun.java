package org.daylight.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.condition.Conditions;
import org.daylight.explanation.condition.RuleCondition;
import org.daylight.explanation.condition.RuleMatch;
import org.daylight.explanation.condition.SearchLimitException;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.ServiceEntry;
import org.jspecify.annotations.Nullable;

/** Runs cases, and notes which rules fired and how each condition came out. */
final class CoverageRun {
    private final RuleBase rules;
    private final Conditions conditions;
    private final Set<String> fired = new HashSet<>();
    private final Set<String> notFired = new HashSet<>();
    private final Set<RuleCondition> held = new HashSet<>();
    private final Set<RuleCondition> failed = new HashSet<>();
    private final Set<String> tooManyWays = new HashSet<>();

    CoverageRun(RuleBase rules) {
        this.rules = rules;
        this.conditions = Conditions.of(rules);
    }

    void run(Case testCase) {
        ObservedAssessment observed;
        try {
            observed = Evaluation.observe(testCase.inquiry());
        } catch (EvaluationFailedException reportedByTheCase) {
            return;
        }
        Set<String> firedRules =
                observed.assessment().trace().stream().map(Firing::rule).collect(Collectors.toSet());
        for (RuleText rule : rules.rules()) {
            (firedRules.contains(rule.name()) ? fired : notFired).add(rule.name());
        }
        try {
            follow(observed);
        } catch (SearchLimitException exceeded) {
            tooManyWays.add(exceeded.rule());
        }
    }

    private void follow(ObservedAssessment observed) {
        Set<RuleMatch> matches = new HashSet<>(conditions.matches(observed.last(), this::note));
        for (Firing firing : observed.assessment().trace()) {
            // What a rule inserts may keep it from firing twice: its conditions no longer hold then, but they did.
            if (!matches.contains(RuleMatch.of(firing))) {
                conditions.matches(firing.rule(), observed.beforeFirings().get(firing.number() - 1), this::note);
            }
        }
    }

    private void note(RuleCondition condition, @Nullable Object datum, boolean holds) {
        (holds ? held : failed).add(condition);
    }

    Coverage coverage() {
        List<Coverage.RuleCovered> ofRules = rules.rules().stream()
                .map(rule -> new Coverage.RuleCovered(
                        rule.name(),
                        rule.file(),
                        rule.line(),
                        fired.contains(rule.name()),
                        notFired.contains(rule.name())))
                .toList();
        List<Coverage.ConditionCovered> ofConditions = conditions.all().stream()
                .map(condition -> new Coverage.ConditionCovered(
                        condition.rule(),
                        condition.type(),
                        condition.text(),
                        condition.file(),
                        condition.line(),
                        held.contains(condition),
                        failed.contains(condition) || cannotFail(condition)))
                .sorted(Comparator.comparing(Coverage.ConditionCovered::file)
                        .thenComparing(Coverage.ConditionCovered::line))
                .toList();
        return new Coverage(ofRules, ofConditions, notFollowed());
    }

    /** Whether it asks for the service that every question is about, because the scheme has no other. */
    private boolean cannotFail(RuleCondition condition) {
        List<ServiceEntry> services = rules.scheme().services();
        String asked = condition.text().replaceAll("\\s+", "");
        return services.size() == 1
                && asked.equals("service==\"" + services.get(0).id() + "\"");
    }

    private List<Coverage.Gap> notFollowed() {
        Map<String, String> reasons = new TreeMap<>();
        tooManyWays.forEach(rule -> reasons.put(rule, "there are too many ways through them"));
        conditions.notWalkable().forEach((rule, what) -> reasons.put(rule, "they use " + what));
        List<Coverage.Gap> gaps = new ArrayList<>();
        reasons.forEach((name, reason) -> rules.rule(name)
                .ifPresent(rule -> gaps.add(new Coverage.Gap(
                        rule.file(),
                        rule.line(),
                        "rule `" + name + "`: its conditions cannot be followed, " + reason))));
        return gaps;
    }
}
