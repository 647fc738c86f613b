package org.daylight.decision;

import java.math.BigDecimal;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A standing as a reader sees it.
 *
 * @param state {@code SCORED} or {@code NOT_SCORED}, which is never a low score
 * @param score whole points; absent when not scored or not disclosed
 * @param shown the score with the scheme's decimals, such as {@code 0.95}
 * @param band name of the band; absent when not scored or not disclosed
 */
public record StandingView(
        String state,
        @Nullable Long score,
        @Nullable String shown,
        @Nullable String band) {

    public static StandingView of(@Nullable Standing standing, int decimals) {
        return of(standing, decimals, true, true);
    }

    static StandingView of(@Nullable Standing standing, int decimals, boolean withScore, boolean withBand) {
        if (standing == null) {
            return new StandingView("NOT_SCORED", null, null, null);
        }
        return new StandingView(
                "SCORED",
                withScore ? standing.score() : null,
                withScore ? BigDecimal.valueOf(standing.score(), decimals).toPlainString() : null,
                withBand ? standing.band() : null);
    }
}
