package org.daylight.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one applicant stands in two rankings of the same people.
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

    /** How many places further down; negative is further up, 0 also where one of the two places is missing. */
    public long places() {
        return before == null || after == null ? 0 : after.rank() - before.rank();
    }

    /** In the order of the second ranking; those who have left it follow in the order of the first. */
    public static List<RankChange> between(List<RankedPlace> before, List<RankedPlace> after) {
        Map<String, RankedPlace> earlier = new HashMap<>();
        before.forEach(place -> earlier.put(place.candidate().citizen(), place));
        List<RankChange> moves = new ArrayList<>();
        for (RankedPlace place : after) {
            String citizen = place.candidate().citizen();
            moves.add(new RankChange(citizen, earlier.remove(citizen), place));
        }
        before.stream()
                .filter(place -> earlier.containsKey(place.candidate().citizen()))
                .forEach(place -> moves.add(new RankChange(place.candidate().citizen(), place, null)));
        return moves;
    }
}
