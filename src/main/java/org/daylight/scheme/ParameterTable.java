package org.daylight.scheme;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads a parameter type's CSV file: the columns {@code from,to,reference} and the declared fields, in any order. */
public record ParameterTable(String file, DeclaredType type, Problems problems) {
    static final String ENDING = ".csv";
    private static final List<String> DATING = List.of("from", "to", "reference");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    private static final Pattern LINE = Pattern.compile("line: (\\d+)");

    /** The rows of each declared parameter type's table, by type and line. */
    public static List<ParameterRow> readAll(Scheme scheme, Types types, Problems problems) {
        SortedMap<String, String> tables = scheme.parameterFiles();
        List<ParameterRow> rows = new ArrayList<>();
        for (DeclaredType type : types.ofKind(DeclaredType.Kind.PARAMETER)) {
            String file = type.name() + ENDING;
            String text = tables.get(file);
            if (text == null) {
                problems.error(
                        ProblemCode.MISSING_FILE, type.place(), "`" + type.name() + "` has no table `" + file + "`");
            } else {
                rows.addAll(new ParameterTable(file, type, problems).read(text));
            }
        }
        for (String file : tables.keySet()) {
            String name = file.substring(0, file.length() - ENDING.length());
            if (!types.is(name, DeclaredType.Kind.PARAMETER)) {
                problems.error(
                        ProblemCode.UNKNOWN_TYPE,
                        Place.ofFile(file),
                        "no rule file declares `" + name + "` as a Parameter");
            }
        }
        return rows;
    }

    /** The rows in the order of the file; what is wrong with it is reported by line and column. */
    private List<ParameterRow> read(String text) {
        List<ParameterRow> rows = new ArrayList<>();
        try (CSVParser records = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> header = null;
            int line = 1;
            int counted = 0;
            for (CSVRecord record : records) {
                int begin = (int) record.getCharacterPosition();
                line += lineEnds(text.substring(counted, begin));
                counted = begin;
                if (header == null) {
                    header = header(record);
                } else {
                    row(header, record, line, rows);
                }
            }
            if (header == null) {
                problems.error(ProblemCode.MISSING_COLUMN, Place.ofLine(file, 1), "the table has no header line");
            }
        } catch (UncheckedIOException | IOException malformed) {
            Matcher line = LINE.matcher(message(malformed));
            problems.error(
                    ProblemCode.MALFORMED_CSV,
                    Place.ofLine(file, line.find() ? Integer.parseInt(line.group(1)) : 1),
                    "the table cannot be read from here on",
                    "close each quotation mark, and write one inside a value twice");
        }
        return rows;
    }

    private static String message(Exception malformed) {
        Throwable cause = malformed.getCause() instanceof CSVException csv ? csv : malformed;
        return String.valueOf(cause.getMessage());
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(letter -> letter == '\n').count();
    }

    private List<String> header(CSVRecord record) {
        List<String> header = record.toList();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            if (!DATING.contains(name) && type.field(name).isEmpty()) {
                problems.error(
                        ProblemCode.UNKNOWN_COLUMN,
                        new Place(file, 1, column + 1),
                        "`" + type.name() + "` declares no field `" + name + "`");
            }
        }
        List<String> needed = new ArrayList<>(DATING);
        type.fields().stream().filter(Field::required).map(Field::name).forEach(needed::add);
        for (String name : needed) {
            if (!header.contains(name)) {
                problems.error(
                        ProblemCode.MISSING_COLUMN, Place.ofLine(file, 1), "the column `" + name + "` is missing");
            }
        }
        return header;
    }

    private void row(List<String> header, CSVRecord record, int line, List<ParameterRow> rows) {
        if (record.size() != header.size()) {
            problems.error(
                    ProblemCode.WRONG_ROW,
                    Place.ofLine(file, line),
                    "the row has " + record.size() + " values, the header " + header.size());
            return;
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        LocalDate from = null;
        LocalDate to = null;
        String reference = "";
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            String value = record.get(column);
            switch (name) {
                case "from" -> from = date(value, line, column);
                case "to" -> to = value.isEmpty() ? null : date(value, line, column);
                case "reference" -> reference = value;
                default -> {
                    final int at = column;
                    type.field(name).ifPresent(field -> data.put(name, value(field, value, line, at)));
                }
            }
        }
        if (from != null && to != null && to.isBefore(from)) {
            problems.error(ProblemCode.WRONG_VALUE, Place.ofLine(file, line), "the row ends before it begins");
        } else if (from != null) {
            rows.add(new ParameterRow(type.name(), line, from, to, reference, data));
        }
    }

    private @Nullable LocalDate date(String value, int line, int column) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException unreadable) {
            wrong("found `" + value + "`, expected " + FieldType.DATE.expected(), line, column);
            return null;
        }
    }

    private @Nullable Object value(Field field, String value, int line, int column) {
        if (value.isEmpty() && !field.required()) {
            return null;
        }
        try {
            return field.read(value);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException unreadable) {
            wrong("`" + field.name() + "` is `" + value + "`, expected " + field.expected(), line, column);
            return null;
        }
    }

    private void wrong(String message, int line, int column) {
        problems.error(ProblemCode.WRONG_VALUE, new Place(file, line, column + 1), message);
    }
}
