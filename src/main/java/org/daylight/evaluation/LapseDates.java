package org.daylight.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daylight.scheme.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the lines of a ledger lapse if nothing else happens: for each the first day on which the same rule
 * no longer gives the same points for the same causes. They are found by asking the rules again on later days, whatever
 * in them makes the line lapse: every quarter of a year up to the horizon, then by halving down to the day. A line that
 * goes and comes back within one quarter is not seen.
 */
public final class LapseDates {
    /** Beyond ten years, the longest period of any scheme that ships. */
    static final int HORIZON_YEARS = 12;

    private static final int MONTHS_A_STEP = 3;

    private final Inquiry inquiry;
    private final Manifest manifest;
    private final Map<LocalDate, Set<Line>> ledgers = new HashMap<>();

    private record Line(long points, @Nullable String rule, List<String> causes) {}

    private LapseDates(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.manifest = inquiry.rules().scheme().manifest();
    }

    /**
     * One day for each adjustment of the assessment, in their order.
     *
     * @param inquiry without a question, which no ledger depends on
     * @return null where a line does not lapse within the horizon, and for floor and ceiling
     */
    public static List<@Nullable LocalDate> of(Inquiry inquiry, Assessment assessed) {
        return new LapseDates(inquiry).of(assessed);
    }

    private List<@Nullable LocalDate> of(Assessment assessed) {
        LocalDate today = manifest.dayOf(assessed.asOf());
        Map<Line, LocalDate> lapsed = new HashMap<>();
        Set<Line> alive = lines(assessed);
        LocalDate before = today;
        LocalDate end = today.plusYears(HORIZON_YEARS);
        while (!alive.isEmpty() && before.isBefore(end)) {
            LocalDate next = before.plusMonths(MONTHS_A_STEP);
            for (Line line : List.copyOf(alive)) {
                if (!linesOn(next).contains(line)) {
                    lapsed.put(line, firstDay(before, next, day -> !linesOn(day).contains(line)));
                    alive.remove(line);
                }
            }
            before = next;
        }
        List<@Nullable LocalDate> days = new ArrayList<>();
        assessed.adjustments().forEach(adjustment -> days.add(lapsed.get(line(adjustment))));
        return days;
    }

    /** The first day on which something is so, between one on which it is not yet so and one on which it is. */
    public static LocalDate firstDay(LocalDate notYet, LocalDate already, Predicate<LocalDate> isSo) {
        LocalDate last = notYet;
        LocalDate first = already;
        while (last.plusDays(1).isBefore(first)) {
            LocalDate middle = LocalDate.ofEpochDay((last.toEpochDay() + first.toEpochDay()) / 2);
            if (isSo.test(middle)) {
                first = middle;
            } else {
                last = middle;
            }
        }
        return first;
    }

    private Set<Line> linesOn(LocalDate day) {
        return ledgers.computeIfAbsent(day, at -> lines(Evaluation.assess(inquiry.at(manifest.lastMomentOf(at)))));
    }

    private static Set<Line> lines(Assessment assessed) {
        return assessed.adjustments().stream()
                .filter(adjustment -> adjustment.rule() != null)
                .map(LapseDates::line)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Line line(Adjustment adjustment) {
        return new Line(adjustment.points(), adjustment.rule(), adjustment.causes());
    }
}
