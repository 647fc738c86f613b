package org.daylight.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints rows under their columns' names; numbers stand to the right, what is missing is left out. */
record TextTable(List<String> columns, List<Map<String, @Nullable Object>> rows) {
    private static final String GAP = "  ";

    void print(PrintWriter out) {
        List<Integer> widths = columns.stream().map(this::width).toList();
        List<Boolean> numbers = columns.stream().map(this::isNumber).toList();
        line(columns, widths, numbers, out);
        for (Map<String, @Nullable Object> row : rows) {
            line(columns.stream().map(column -> shown(row.get(column))).toList(), widths, numbers, out);
        }
    }

    private static void line(List<String> cells, List<Integer> widths, List<Boolean> numbers, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < cells.size(); at++) {
            line.append(GAP).append(padded(cells.get(at), widths.get(at), numbers.get(at)));
        }
        out.println(line.toString().stripTrailing());
    }

    private int width(String column) {
        return rows.stream().mapToInt(row -> shown(row.get(column)).length()).reduce(column.length(), Math::max);
    }

    private boolean isNumber(String column) {
        return rows.stream().map(row -> row.get(column)).anyMatch(Number.class::isInstance);
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.equals(false) ? "" : value.equals(true) ? "yes" : value.toString();
    }

    private static String padded(String text, int width, boolean right) {
        String fill = " ".repeat(width - text.length());
        return right ? fill + text : text + fill;
    }
}
