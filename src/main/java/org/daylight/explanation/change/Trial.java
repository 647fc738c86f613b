package org.daylight.explanation.change;

import java.util.List;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A hypothesis that was really run.
 *
 * @param situation how things stood in it, or null when a rule failed
 * @param reasons how many rules spoke for the outcome
 * @param firings which rules fired how often, to tell trials apart that end alike
 */
record Trial(List<Change> changes, @Nullable Situation situation, int reasons, List<String> firings) {
    Trial {
        changes = List.copyOf(changes);
        firings = List.copyOf(firings);
    }

    static Trial of(List<Change> changes, Assessment assessment) {
        return new Trial(
                changes,
                Situation.of(assessment),
                assessment.answer().reasons().size(),
                assessment.trace().stream()
                        .map(firing -> firing.rule())
                        .sorted()
                        .toList());
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
    boolean differsFrom(Trial other) {
        return !java.util.Objects.equals(situation, other.situation) || !firings.equals(other.firings);
    }
}
