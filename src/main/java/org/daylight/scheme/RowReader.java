package org.daylight.scheme;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.Rfc3339;
import org.daylight.problem.StrictJson;
import org.jspecify.annotations.Nullable;

/** Reads one row of a table. */
record RowReader(ParameterTable table, List<String> columns, CSVRecord record, int line) {

    /** Empty, with what is wrong reported, when it says no days on which it is in force. */
    Optional<ParameterRow> read() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        LocalDate from = null;
        LocalDate to = null;
        String reference = "";
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            String value = ParameterTable.trimmed(record.get(column));
            switch (name) {
                case TableHeader.FROM -> from = date(value, column);
                case TableHeader.TO -> to = value.isEmpty() ? null : date(value, column);
                case TableHeader.REFERENCE -> reference = value;
                default -> {
                    final int at = column;
                    table.type().field(name).ifPresent(field -> data.put(name, value(field, value, at)));
                }
            }
        }
        if (from != null && to != null && to.isBefore(from)) {
            table.problems()
                    .error(ProblemCode.WRONG_VALUE, Place.ofLine(table.file(), line), "the row ends before it begins");
            return Optional.empty();
        }
        return from == null
                ? Optional.empty()
                : Optional.of(new ParameterRow(table.type().name(), line, from, to, reference, data));
    }

    private @Nullable LocalDate date(String value, int column) {
        LocalDate date = Rfc3339.date(value).orElse(null);
        if (date == null) {
            wrong(
                    "found `" + StrictJson.cut(value) + "`, expected ",
                    FieldType.DATE,
                    FieldType.DATE.expected(),
                    value,
                    column);
        }
        return date;
    }

    private @Nullable Object value(Field field, String value, int column) {
        if (value.isEmpty() && !field.required()) {
            return null;
        }
        try {
            return field.read(value);
        } catch (RuntimeException unreadable) {
            String found = "`" + field.name() + "` is `" + StrictJson.cut(value) + "`, expected ";
            wrong(found, field.type(), field.expected(), value, column);
            return null;
        }
    }

    private void wrong(String found, FieldType type, String expected, String value, int column) {
        table.problems()
                .error(
                        ProblemCode.WRONG_VALUE,
                        new Place(table.file(), line, column + 1),
                        found + expected,
                        Spelling.fix(type, value));
    }
}
