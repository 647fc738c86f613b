package org.daylight.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One applicant's places in two rankings of the same people.
 *
 * @param before null when the applicant had no place in the first
 * @param after null when the applicant has none in the second
 */
public record RankChange(
        String citizen,
        @Nullable RankedPlace before,
        @Nullable RankedPlace after) {
    public enum Direction {
        UP,
        DOWN,
        SAME,
        ENTERED,
        LEFT
    }

    public Direction direction() {
        if (before == null) {
            return Direction.ENTERED;
        }
        if (after == null) {
            return Direction.LEFT;
        }
        return switch (Long.signum(after.rank() - before.rank())) {
            case 1 -> Direction.DOWN;
            case -1 -> Direction.UP;
            default -> Direction.SAME;
        };
    }

    /** The number of places moved down; negative is up, 0 also where one of the two places is missing. */
    public long places() {
        return before == null || after == null ? 0 : after.rank() - before.rank();
    }

    /** Compares two rankings, in the order of the second; those who have left it follow in that of the first. */
    public static List<RankChange> between(List<RankedPlace> before, List<RankedPlace> after) {
        Map<String, RankedPlace> earlier = new HashMap<>();
        before.forEach(place -> earlier.put(place.applicant().citizen(), place));
        List<RankChange> changes = new ArrayList<>();
        for (RankedPlace place : after) {
            String citizen = place.applicant().citizen();
            changes.add(new RankChange(citizen, earlier.remove(citizen), place));
        }
        before.stream()
                .filter(place -> earlier.containsKey(place.applicant().citizen()))
                .forEach(place -> changes.add(new RankChange(place.applicant().citizen(), place, null)));
        return changes;
    }
}
