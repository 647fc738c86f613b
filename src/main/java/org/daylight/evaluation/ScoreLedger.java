package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.daylight.scheme.ScoreRange;

/** Collects the adjustments of one assessment. INVARIANT: start plus the points of all lines is the score. */
final class ScoreLedger {
    private final ScoreRange range;
    private final List<Adjustment> lines = new ArrayList<>();
    private long total;

    ScoreLedger(ScoreRange range) {
        this.range = range;
        this.total = range.start();
    }

    /** Start plus all points so far, not yet cut by floor or ceiling; {@code score.set} compares with it. */
    long total() {
        return total;
    }

    /** Adds a line; a sum beyond 64 bits is an {@link ArithmeticException}. */
    void add(Adjustment line) {
        total = Math.addExact(total, line.points());
        lines.add(line);
    }

    /** Cuts the sum at floor and ceiling, as a line of its own, and returns the score. */
    long close() {
        long score = range.clamp(total);
        if (score != total) {
            String limit = score > total ? "The score cannot be lower than " : "The score cannot be higher than ";
            add(new Adjustment(score - total, null, limit + score, null, List.of(), 0));
        }
        return score;
    }

    List<Adjustment> lines() {
        return lines;
    }
}
