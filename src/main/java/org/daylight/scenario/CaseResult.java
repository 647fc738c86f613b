package org.daylight.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Reason;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The result of running a case.
 *
 * @param testCase the case
 * @param assessment its assessment; null when a rule failed
 * @param differences those from what was expected; none when the case holds
 */
public record CaseResult(Case testCase, @Nullable Assessment assessment, List<Difference> differences) {
    public CaseResult {
        differences = List.copyOf(differences);
    }

    /** One part of the answer that is not as expected. */
    public record Difference(String what, String expected, String found) {
        @Override
        public String toString() {
            return what + ": expected " + expected + ", found " + found;
        }
    }

    public boolean holds() {
        return differences.isEmpty();
    }

    /** Runs a case. */
    public static CaseResult of(Case testCase) {
        try {
            Assessment assessment = Evaluation.assess(testCase.inquiry());
            return new CaseResult(testCase, assessment, differences(testCase.expected(), assessment));
        } catch (EvaluationFailedException failed) {
            String found = failed.where() + " " + failed.getMessage();
            return new CaseResult(testCase, null, List.of(new Difference("evaluation", "an answer", found)));
        }
    }

    private static List<Difference> differences(Expectation expected, Assessment assessment) {
        List<Difference> differences = new ArrayList<>();
        Standing standing = assessment.standing();
        compare("score", expected.score(), standing == null ? Expectation.NOT_SCORED : standing.score(), differences);
        compare("band", expected.band(), standing == null ? Expectation.NOT_SCORED : standing.band(), differences);
        DecisionResult decision = assessment.decision();
        if (decision != null) {
            compare("outcome", expected.outcome(), decision.outcome(), differences);
            compare("terms", expected.terms(), decision.terms(), differences);
        }
        compare("reasons", sorted(expected.reasons()), reasons(assessment), differences);
        Set<String> fired =
                assessment.trace().stream().map(Firing::rule).collect(Collectors.toCollection(TreeSet::new));
        for (String rule : new TreeSet<>(expected.fired())) {
            compare("rule `" + rule + "`", "fired", fired.contains(rule) ? "fired" : "not fired", differences);
        }
        for (String rule : new TreeSet<>(expected.notFired())) {
            compare("rule `" + rule + "`", "not fired", fired.contains(rule) ? "fired" : "not fired", differences);
        }
        return differences;
    }

    private static List<String> reasons(Assessment assessment) {
        DecisionResult decision = assessment.decision();
        Stream<@Nullable String> reasons = decision == null
                ? assessment.adjustments().stream().map(Adjustment::reason)
                : decision.reasons().stream().map(Reason::reason);
        return reasons.map(String::valueOf).sorted().toList();
    }

    private static @Nullable List<String> sorted(@Nullable List<String> reasons) {
        return reasons == null ? null : reasons.stream().sorted().toList();
    }

    private static void compare(String what, @Nullable Object expected, Object found, List<Difference> differences) {
        if (expected != null && !expected.toString().equals(found.toString())) {
            differences.add(new Difference(what, expected.toString(), found.toString()));
        }
    }
}
