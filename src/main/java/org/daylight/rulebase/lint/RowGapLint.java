package org.daylight.rulebase.lint;

import java.time.LocalDate;
import java.util.List;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ParameterRow;

/** A table, or one key in it, should have no day without a row between its first and last one. */
final class RowGapLint implements Lint {
    @Override
    public void check(SchemeSource source, Warnings warnings) {
        for (DeclaredType type : source.types().ofKind(DeclaredType.Kind.PARAMETER)) {
            ParameterRow.grouped(source.parameters(), type, row -> row.values(type.keys()))
                    .forEach(rows -> gaps(type, rows, warnings));
        }
    }

    private static void gaps(DeclaredType type, List<ParameterRow> rows, Warnings warnings) {
        LocalDate covered = rows.get(0).to();
        for (ParameterRow row : rows) {
            if (covered == null) {
                return;
            }
            LocalDate next = covered.plusDays(1);
            if (row.from().isAfter(next)) {
                warnings.about(
                        row.place(),
                        type.place(),
                        ProblemCode.GAPPED_ROWS,
                        "from " + next + " to " + row.from().minusDays(1) + " no row is in force",
                        "let this row begin, or the one before it end, where the other one does");
            }
            covered = row.to() == null || row.to().isAfter(covered) ? row.to() : covered;
        }
    }
}
