package org.daylight.scheme;

import org.jspecify.annotations.Nullable;

/**
 * The start, bounds and display of a scheme's score, in whole points.
 *
 * @param start before any adjustment
 * @param floor lowest score, or null for none
 * @param ceiling highest score, or null for none
 * @param decimals how many of the last digits are shown behind a decimal point
 * @param minimumEvents below this many events the citizen is not scored
 */
public record ScoreRange(
        long start, @Nullable Long floor, @Nullable Long ceiling, int decimals, int minimumEvents) {

    /** The nearest score within floor and ceiling. */
    public long clamp(long points) {
        if (floor != null && points < floor) {
            return floor;
        }
        return ceiling != null && points > ceiling ? ceiling : points;
    }
}
