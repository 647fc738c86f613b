package org.daylight.decision.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.decision.DecisionHeader;
import org.daylight.decision.DecisionHistory;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.store.RecordDamagedException;
import org.jspecify.annotations.Nullable;

/** Runs many decisions again, one after the other, and goes on whatever comes out of each. */
public final class BulkReplay {
    private static final String ERASED = "erased";

    private final DecisionHistory history;
    private final Replay replay;

    public BulkReplay(DecisionHistory history, Replay replay) {
        this.history = history;
        this.replay = replay;
    }

    /**
     * The result for one decision.
     *
     * @param why in words, unless identical
     * @param report null where there was no replay, or a rule failed in it
     */
    public record Line(
            String decision,
            String scheme,
            Instant decidedAt,
            Replay.Result result,
            @Nullable String why,
            Replay.@Nullable Report report) {

        /** Whether it is not possible because its citizen was erased, which is as it should be. */
        public boolean isErased() {
            return ERASED.equals(why);
        }
    }

    /**
     * The number of decisions by result.
     *
     * @param lost those of the not possible ones whose citizens were not erased: record, rules or statements are gone or altered
     */
    public record Totals(long identical, long different, long notPossible, long lost) {
        static final Totals NONE = new Totals(0, 0, 0, 0);

        public long all() {
            return identical + different + notPossible;
        }

        /** Whether every decision came out the same, but for those that were erased. */
        public boolean hold() {
            return different == 0 && lost == 0;
        }

        Totals plus(Line line) {
            return switch (line.result()) {
                case IDENTICAL -> new Totals(identical + 1, different, notPossible, lost);
                case DIFFERENT -> new Totals(identical, different + 1, notPossible, lost);
                case NOT_POSSIBLE ->
                    new Totals(identical, different, notPossible + 1, line.isErased() ? lost : lost + 1);
            };
        }
    }

    /**
     * Runs the decisions again that were recorded in a range of time.
     *
     * @param from the first moment
     * @param to the first moment behind the range
     * @param scheme only decisions of this scheme; empty for all
     * @param consumer told of every decision
     */
    public Totals run(Instant from, Instant to, Optional<String> scheme, Consumer<Line> consumer) {
        Totals[] totals = {Totals.NONE};
        history.between(from, to, entry -> {
            if (scheme.isEmpty() || scheme.get().equals(entry.header().scheme())) {
                Line line = line(entry);
                totals[0] = totals[0].plus(line);
                consumer.accept(line);
            }
            return true;
        });
        return totals[0];
    }

    private Line line(DecisionHistory.Entry entry) {
        if (entry.altered() != null) {
            return line(
                    entry.header(), Replay.Result.NOT_POSSIBLE, entry.altered().getMessage(), null);
        }
        if (entry.decision().isEmpty()) {
            return line(entry.header(), Replay.Result.NOT_POSSIBLE, ERASED, null);
        }
        try {
            Replay.Report report = replay.replay(entry.decision().get());
            return line(entry.header(), report.result(), report.why(), report);
        } catch (RecordDamagedException altered) {
            return line(
                    entry.header(),
                    Replay.Result.NOT_POSSIBLE,
                    "its dossier cannot be read: " + altered.getMessage(),
                    null);
        } catch (EvaluationFailedException failed) {
            // It answered then and fails now: that is a difference, and not one to pass over.
            return line(entry.header(), Replay.Result.DIFFERENT, "a rule failed: " + failed.getMessage(), null);
        }
    }

    private static Line line(
            DecisionHeader header, Replay.Result result, @Nullable String why, Replay.@Nullable Report report) {
        return new Line(header.id(), header.scheme(), header.recordedAt(), result, why, report);
    }
}
