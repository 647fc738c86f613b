package org.daylight.explanation.counterfactual;

import java.util.List;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A hypothesis that was really run.
 *
 * @param situation how things stood in it, or null when a rule failed
 * @param reasons how many rules spoke for the outcome
 * @param firings which rules fired how often, to tell trials apart that end alike
 */
record CounterfactualRun(List<Change> changes, @Nullable OutcomeSummary situation, int reasons, List<String> firings) {
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

    /** How many things change. */
    int size() {
        return changes.stream().mapToInt(Change::times).sum();
    }

    @Nullable
    Outcome outcome() {
        return situation == null ? null : situation.outcome();
    }

    /** Whether anything at all is otherwise than in the other, as far as one can see. */
    boolean differsFrom(CounterfactualRun other) {
        return !java.util.Objects.equals(situation, other.situation) || !firings.equals(other.firings);
    }
}
