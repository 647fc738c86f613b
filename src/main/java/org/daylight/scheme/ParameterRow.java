package org.daylight.scheme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A dated row of a parameter table.
 *
 * @param type the declared parameter type it is a row of
 * @param line 1-based line in {@code <type>.csv}
 * @param from first day in force
 * @param to last day in force, or null while no end is known
 * @param reference where it is printed
 * @param data the declared fields, as in {@link Statement#data}
 */
public record ParameterRow(
        String type,
        int line,
        LocalDate from,
        @Nullable LocalDate to,
        String reference,
        Map<String, @Nullable Object> data) {
    public ParameterRow {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    /** The rows of a type by what tells them apart, each group in the order of time. */
    public static Collection<List<ParameterRow>> grouped(
            List<ParameterRow> rows, DeclaredType type, Function<ParameterRow, Object> identity) {
        return rows.stream()
                .filter(row -> row.type().equals(type.name()))
                .sorted(Comparator.comparing(ParameterRow::from).thenComparing(ParameterRow::line))
                .collect(Collectors.groupingBy(identity, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Its values of some fields, as texts. */
    public List<String> values(List<String> fields) {
        return fields.stream().map(field -> String.valueOf(data.get(field))).toList();
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The beginning of the row in its table. */
    public Place place() {
        return new Place(type + ParameterTable.ENDING, line, 1);
    }

    /** The id by which traces name this row: {@code <Type>.csv:<line>}. */
    public String id() {
        return type + ParameterTable.ENDING + ":" + line;
    }
}
