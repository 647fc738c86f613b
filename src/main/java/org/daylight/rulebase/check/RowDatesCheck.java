package org.daylight.rulebase.check;

import java.time.LocalDate;
import java.util.List;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.Problems;

/**
 * Checks that the rows of a table do not overlap in time. Where {@code @key} fields tell rows apart, one row of a key
 * is in force at a time; without them several may be, as the steps of a scale are, but never the same row twice.
 */
final class RowDatesCheck {
    private RowDatesCheck() {}

    static void check(SchemeSource source, Problems problems) {
        for (DeclaredType type : source.types().ofKind(DeclaredType.Kind.PARAMETER)) {
            List<String> keys = type.keys();
            ParameterRow.grouped(source.parameters(), type, row -> keys.isEmpty() ? row.data() : row.values(keys))
                    .forEach(group -> overlaps(group, keys, problems));
        }
    }

    private static void overlaps(List<ParameterRow> group, List<String> keys, Problems problems) {
        ParameterRow latest = group.get(0);
        for (ParameterRow row : group.subList(1, group.size())) {
            LocalDate end = latest.to();
            if (end == null || !row.from().isAfter(end)) {
                String which = keys.isEmpty() ? "the same values" : "the same " + QuotedList.of(keys);
                problems.error(
                        ProblemCode.OVERLAPPING_ROWS,
                        row.place(),
                        "on " + row.from() + " the row of line " + latest.line() + " with " + which
                                + " is in force too",
                        fix(latest, row));
            }
            if (end != null && (row.to() == null || row.to().isAfter(end))) {
                latest = row;
            }
        }
    }

    /** A row that begins on the same day cannot end before the other begins. */
    private static String fix(ParameterRow earlier, ParameterRow row) {
        return row.from().isAfter(earlier.from())
                ? "end it with `" + row.from().minusDays(1) + "` in its column `to`"
                : "take one of the two out, or let one begin on another day";
    }
}
