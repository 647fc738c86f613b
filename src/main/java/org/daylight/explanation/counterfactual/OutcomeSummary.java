package org.daylight.explanation.counterfactual;

import java.util.Objects;
import java.util.Optional;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Outcome;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The outcome and the standing of an assessment.
 *
 * @param outcome the outcome of the question; null when nothing was asked
 * @param standing {@code SCORED} or {@code NOT_SCORED}, which is never a low score
 * @param score null when not scored
 * @param band null when not scored
 */
public record OutcomeSummary(
        @Nullable Outcome outcome,
        String standing,
        @Nullable Long score,
        @Nullable String band) {

    public static OutcomeSummary of(Assessment assessment) {
        Standing standing = assessment.standing();
        return new OutcomeSummary(
                Optional.ofNullable(assessment.decision())
                        .map(DecisionResult::outcome)
                        .orElse(null),
                standing == null ? "NOT_SCORED" : "SCORED",
                standing == null ? null : standing.score(),
                standing == null ? null : standing.band());
    }

    boolean differsInOutcomeOrBand(OutcomeSummary other) {
        return outcome != other.outcome || !standing.equals(other.standing) || !Objects.equals(band, other.band);
    }
}
