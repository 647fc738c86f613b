package org.daylight.explanation.counterfactual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.AssessmentSeries;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Reason;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.scheme.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the outcome or the band changes if nothing else happens, whatever makes it change: events that lapse, rows of
 * tables that come into force, ages, dates on facts.
 *
 * <p>Every day of the horizon is assessed, 1,826 of them. Rules may calculate with dates as they like, so no list of days on which
 * something could change is sure to be whole; looking at each day is exact by construction, and costs less than a tenth of a second.
 *
 * @param from outcome and standing at the moment asked about
 * @param until the last day looked at
 * @param changes the days of change, in their order
 * @param failed why the days after {@code until} were not looked at. A rule failed there, or it would take too long; null when all is well
 */
public record FutureChanges(
        OutcomeSummary from,
        LocalDate until,
        List<Turn> changes,
        @Nullable String failed) {
    public static final int HORIZON_YEARS = 5;

    private static final String SPENT = "to look at all days takes more work than an answer may take";

    public FutureChanges {
        changes = List.copyOf(changes);
    }

    /**
     * A day from which on things stand otherwise.
     *
     * @param on the first day; what it says holds at the day's end in the scheme's time zone
     * @param because ledger lines and reasons that went or came since the day before
     * @param text the change in words of the language asked for
     */
    public record Turn(LocalDate on, OutcomeSummary before, OutcomeSummary after, List<Because> because, String text) {
        public Turn {
            because = List.copyOf(because);
        }
    }

    /**
     * A ledger line, or a reason of the outcome, that went or came.
     *
     * @param appears false when it is there no more
     * @param rule null for floor and ceiling
     * @param points null for a reason of the outcome
     */
    public record Because(
            boolean appears,
            @Nullable String rule,
            @Nullable String reason,
            @Nullable String cites,
            @Nullable Long points) {}

    /**
     * Looks ahead.
     *
     * @param assessed the assessment of the inquiry
     */
    public static FutureChanges of(Inquiry inquiry, Assessment assessed, SchemeLanguage language) {
        return new DailySearch(inquiry, language).from(assessed);
    }

    /** Assesses day by day. */
    private record DailySearch(Inquiry inquiry, SchemeLanguage language) {
        FutureChanges from(Assessment assessed) {
            Manifest manifest = inquiry.rules().scheme().manifest();
            LocalDate today = manifest.dayOf(assessed.asOf());
            LocalDate end = today.plusYears(HORIZON_YEARS);
            AssessmentSeries series = new AssessmentSeries(inquiry);
            List<Turn> turns = new ArrayList<>();
            Instant before = assessed.asOf();
            OutcomeSummary summaryBefore = OutcomeSummary.of(assessed);
            for (LocalDate day = today; !day.isAfter(end); day = day.plusDays(1)) {
                Instant after = manifest.lastMomentOf(day);
                OutcomeSummary summaryAfter;
                if (series.isSpent()) {
                    return new FutureChanges(OutcomeSummary.of(assessed), day.minusDays(1), turns, SPENT);
                }
                try {
                    summaryAfter = OutcomeSummary.of(series.assess(inquiry.at(after)));
                } catch (EvaluationFailedException failed) {
                    return new FutureChanges(OutcomeSummary.of(assessed), day.minusDays(1), turns, failed.getMessage());
                }
                if (summaryBefore.differsInOutcomeOrBand(summaryAfter)) {
                    turns.add(turn(day, inWords(before), inWords(after)));
                }
                before = after;
                summaryBefore = summaryAfter;
            }
            return new FutureChanges(OutcomeSummary.of(assessed), end, turns, null);
        }

        /** Assesses with reasons in the language, only for days that are told: saying reasons takes longer than deciding. */
        private Assessment inWords(Instant at) {
            return Evaluation.assess(inquiry.at(at), language);
        }

        private Turn turn(LocalDate day, Assessment before, Assessment after) {
            Comparator<@Nullable String> byText = Comparator.nullsLast(Comparator.naturalOrder());
            Map<Because, Integer> differences = new TreeMap<>(Comparator.comparing(Because::rule, byText)
                    .thenComparing(Because::reason, byText)
                    .thenComparing(Because::points, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Because::cites, byText));
            lines(before).forEach(line -> differences.merge(line, -1, Integer::sum));
            lines(after).forEach(line -> differences.merge(line, 1, Integer::sum));
            List<Because> because = new ArrayList<>();
            differences.forEach((line, difference) -> {
                for (int times = 0; times < Math.abs(difference); times++) {
                    because.add(new Because(difference > 0, line.rule(), line.reason(), line.cites(), line.points()));
                }
            });
            because.sort(Comparator.comparing(Because::appears));
            OutcomeSummary summaryBefore = OutcomeSummary.of(before);
            OutcomeSummary summaryAfter = OutcomeSummary.of(after);
            return new Turn(day, summaryBefore, summaryAfter, because, text(day, summaryBefore, summaryAfter));
        }

        /** Returns ledger lines and reasons as if all of them appeared, so that those on both sides are equal. */
        private List<Because> lines(Assessment assessment) {
            List<Because> lines = new ArrayList<>();
            for (Adjustment line : assessment.adjustments()) {
                lines.add(new Because(true, line.rule(), line.reason(), language.cites(line.cites()), line.points()));
            }
            List<Reason> reasons = Optional.ofNullable(assessment.decision())
                    .map(DecisionResult::reasons)
                    .orElse(List.of());
            for (Reason reason : reasons) {
                lines.add(new Because(true, reason.rule(), reason.reason(), language.cites(reason.cites()), null));
            }
            return lines;
        }

        private String text(LocalDate day, OutcomeSummary summaryBefore, OutcomeSummary summaryAfter) {
            Outcome outcome = summaryAfter.outcome();
            if (outcome != null && outcome != summaryBefore.outcome()) {
                return language.phrase("when.outcome", language.date(day), language.outcome(outcome));
            }
            Long score = summaryAfter.score();
            if (score == null) {
                return language.phrase("when.notScored", language.date(day));
            }
            return language.phrase(
                    "when.band",
                    language.date(day),
                    language.points(score),
                    language.band(String.valueOf(summaryAfter.band())));
        }
    }
}
