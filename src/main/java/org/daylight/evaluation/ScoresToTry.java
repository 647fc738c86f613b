package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.ScoreRange;

/**
 * Scores that a standing may have, those first at which an answer is likely to be another.
 *
 * @param complete whether they are all that matter
 */
record ScoresToTry(List<Long> scores, boolean complete) {
    /** With more scores than this between floor and ceiling they are not all tried. */
    static final long MOST_SCORES = 5_000;

    /** Stands for far away where a scheme has no floor or no ceiling. */
    private static final long FAR = 1_000_000;

    /** One score, for what is alike for all. */
    static ScoresToTry any(Manifest manifest) {
        ScoreRange range = manifest.score();
        return new ScoresToTry(List.of(range.clamp(range.start())), true);
    }

    static ScoresToTry of(Manifest manifest) {
        ScoreRange range = manifest.score();
        Long floor = range.floor();
        Long ceiling = range.ceiling();
        Set<Long> scores = new LinkedHashSet<>();
        scores.add(ceiling == null ? Math.max(range.start(), FAR) : ceiling);
        scores.add(range.start());
        scores.add(floor == null ? Math.min(range.start(), -FAR) : floor);
        manifest.bands().forEach(band -> scores.addAll(List.of(band.from(), band.from() - 1)));
        scores.removeIf(score -> range.clamp(score) != score);
        boolean complete = floor != null && ceiling != null && isFew(floor, ceiling);
        if (floor != null && ceiling != null && isFew(floor, ceiling)) {
            for (long score = floor; score <= ceiling; score++) {
                scores.add(score);
            }
        }
        return new ScoresToTry(new ArrayList<>(scores), complete);
    }

    /** Also where the difference is beyond what a number can hold. */
    private static boolean isFew(long floor, long ceiling) {
        return ceiling - floor >= 0 && ceiling - floor < MOST_SCORES;
    }
}
