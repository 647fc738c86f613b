package org.daylight.explanation.counterfactual;

import java.util.List;
import java.util.Objects;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A hypothesis that was run.
 *
 * @param summary its outcome and standing; null when a rule failed
 * @param reasons the number of reasons for the outcome
 * @param firings the names of the rules that fired, each as often as it did: to tell runs apart that end alike
 */
record CounterfactualRun(List<Change> changes, @Nullable OutcomeSummary summary, int reasons, List<String> firings) {
    CounterfactualRun {
        changes = List.copyOf(changes);
        firings = List.copyOf(firings);
    }

    static CounterfactualRun of(List<Change> changes, Assessment assessment) {
        return new CounterfactualRun(
                changes,
                OutcomeSummary.of(assessment),
                assessment.answer().reasons().size(),
                assessment.trace().stream().map(Firing::rule).sorted().toList());
    }

    /** The number of things that change. */
    int size() {
        return changes.stream().mapToInt(Change::times).sum();
    }

    @Nullable
    Outcome outcome() {
        return summary == null ? null : summary.outcome();
    }

    /** Whether the two can be told apart, by their ends or by the rules that fired. */
    boolean differsFrom(CounterfactualRun other) {
        return !Objects.equals(summary, other.summary) || !firings.equals(other.firings);
    }
}
