package org.daylight.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Outcome;
import org.daylight.scheme.RankBy;
import org.jspecify.annotations.Nullable;

/**
 * One applicant's answer, as far as a ranking needs it: small, so that a long list fits into memory.
 *
 * @param citizen the applicant's id
 * @param outcome the answer of the service asked
 * @param values the values it is ranked by, in the order of the service's {@code ranking}; empty when it was not granted
 * @param reason why it was not granted; null when it was
 */
public record RankedApplicant(
        String citizen,
        Outcome outcome,
        List<Object> values,
        @Nullable String reason) {
    public RankedApplicant {
        values = List.copyOf(values);
    }

    public boolean isRanked() {
        return outcome == Outcome.GRANTED;
    }

    /**
     * Takes what a ranking needs from an assessment that answers a question.
     *
     * @throws NotRankableException when the service was granted without one of the values that the service ranks by
     */
    public static RankedApplicant of(String citizen, Assessment assessment, List<RankBy> ranking) {
        DecisionResult answer = assessment.answer();
        if (answer.outcome() != Outcome.GRANTED) {
            String reason = answer.reasons().stream()
                    .findFirst()
                    .map(first -> first.reason() == null ? first.rule() : first.reason())
                    .orElse("no rule spoke");
            return new RankedApplicant(citizen, answer.outcome(), List.of(), reason);
        }
        List<Object> values = new ArrayList<>();
        for (RankBy by : ranking) {
            values.add(value(citizen, assessment, answer.terms(), by));
        }
        return new RankedApplicant(citizen, answer.outcome(), values, null);
    }

    private static Object value(String citizen, Assessment assessment, Map<String, Object> terms, RankBy by) {
        Object value = by.value().equals(RankBy.SCORE)
                ? assessment.scored().<Object>map(standing -> standing.score()).orElse(null)
                : terms.get(by.value());
        if (value == null) {
            throw new NotRankableException(
                    "`" + citizen + "` was granted it without `" + by.value() + "`, by which the scheme ranks");
        }
        return value;
    }
}
