package org.daylight.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.daylight.scheme.RankBy;

/** The order among applicants. In which order they come does not matter; those who tie are listed by id. */
public record Ranking(List<RankBy> by) {
    /** Returns the places of those who are ranked, first place first. */
    public List<RankedPlace> of(List<RankedApplicant> applicants) {
        Comparator<RankedApplicant> order = this::compareValues;
        List<RankedApplicant> sorted = applicants.stream()
                .filter(RankedApplicant::isRanked)
                .sorted(order.thenComparing(RankedApplicant::citizen))
                .toList();
        List<RankedPlace> places = new ArrayList<>();
        long rank = 0;
        for (int at = 0; at < sorted.size(); at++) {
            boolean afterATie = at > 0 && order.compare(sorted.get(at - 1), sorted.get(at)) == 0;
            boolean beforeATie = at + 1 < sorted.size() && order.compare(sorted.get(at), sorted.get(at + 1)) == 0;
            rank = afterATie ? rank : at + 1;
            places.add(new RankedPlace(rank, afterATie || beforeATie, sorted.get(at)));
        }
        return places;
    }

    private int compareValues(RankedApplicant applicant, RankedApplicant other) {
        int order = 0;
        for (int at = 0; at < by.size() && order == 0; at++) {
            int rising = compare(applicant.values().get(at), other.values().get(at));
            order = by.get(at).first().isDescending() ? -rising : rising;
        }
        return order;
    }

    /** Compares numbers as numbers; texts, and with them dates, letter by letter; false before true. */
    private static int compare(Object value, Object other) {
        if (value instanceof Number && other instanceof Number) {
            return number(value).compareTo(number(other));
        }
        if (value instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        if (value instanceof Boolean truth && other instanceof Boolean otherTruth) {
            return truth.compareTo(otherTruth);
        }
        throw new NotRankableException(
                "`" + value + "` cannot be compared with `" + other + "`: one term, two kinds of value");
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(Objects.toString(value));
    }
}
