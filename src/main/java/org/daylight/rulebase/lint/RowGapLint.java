package org.daylight.rulebase.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.daylight.scheme.ParameterRow;

/** Between the rows of a table, or of one key in it, no day should be without a row. */
final class RowGapLint implements Lint {
    @Override
    public void check(SchemeSource scheme, Warnings warnings) {
        for (DeclaredType type : scheme.types().ofKind(DeclaredType.Kind.PARAMETER)) {
            List<String> keys =
                    type.fields().stream().filter(Field::key).map(Field::name).toList();
            Map<Object, List<ParameterRow>> groups = new LinkedHashMap<>();
            scheme.rows().stream()
                    .filter(row -> row.type().equals(type.name()))
                    .sorted(Comparator.comparing(ParameterRow::from).thenComparing(ParameterRow::line))
                    .forEach(row -> groups.computeIfAbsent(key(row, keys), none -> new ArrayList<>())
                            .add(row));
            groups.values().forEach(rows -> gaps(type, rows, warnings));
        }
    }

    private static Object key(ParameterRow row, List<String> keys) {
        return keys.stream().map(key -> String.valueOf(row.data().get(key))).toList();
    }

    private static void gaps(DeclaredType type, List<ParameterRow> rows, Warnings warnings) {
        LocalDate covered = rows.get(0).to();
        for (ParameterRow row : rows) {
            if (covered == null) {
                return;
            }
            LocalDate next = covered.plusDays(1);
            if (row.from().isAfter(next)) {
                Place declaration = type.place();
                warnings.about(
                        new Place(type.name() + ".csv", row.line(), 1),
                        declaration,
                        ProblemCode.GAPPED_ROWS,
                        "from " + next + " to " + row.from().minusDays(1) + " no row is in force",
                        "let this row begin, or the one before it end, where the other one does");
            }
            covered = row.to() == null || row.to().isAfter(covered) ? row.to() : covered;
        }
    }
}
