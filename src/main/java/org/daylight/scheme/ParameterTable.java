package org.daylight.scheme;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/**
 * Reads a parameter type's CSV file as spreadsheets write it: the columns {@code from,to,reference} and the declared fields, in any
 * order, with commas, semicolons or tabs between them.
 */
public record ParameterTable(String file, DeclaredType type, Problems problems) {
    static final String ENDING = ".csv";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    private static final Pattern NO_BREAK_AROUND =
            Pattern.compile("^[\\x{A0}\\x{2007}\\x{202F}]++|[\\x{A0}\\x{2007}\\x{202F}]++$");
    private static final Pattern LINE = Pattern.compile("line: (\\d+)");

    /** The rows of each declared parameter type's table, by type and line. */
    public static List<ParameterRow> readAll(SchemeFolder folder, Types types, Problems problems) {
        SortedMap<String, String> tables = folder.texts(SchemeFile.TABLE);
        List<ParameterRow> rows = new ArrayList<>();
        for (DeclaredType type : types.ofKind(DeclaredType.Kind.PARAMETER)) {
            String file = type.name() + ENDING;
            String text = tables.get(file);
            if (text == null && folder.files().containsKey(file)) {
                continue; // No text, which was told.
            }
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
        List<Character> separators = Separator.in(text);
        if (separators.size() > 1) {
            problems.error(
                    ProblemCode.MALFORMED_CSV,
                    Place.ofLine(file, 1),
                    "the first line has " + Separator.name(separators.get(0)) + " and "
                            + Separator.name(separators.get(1)) + " between its values",
                    "write the same between all of them");
            return List.of();
        }
        List<ParameterRow> rows = new ArrayList<>();
        try {
            rows(text, separators.isEmpty() ? ',' : separators.get(0), rows);
        } catch (UncheckedIOException | IOException malformed) {
            Matcher line = LINE.matcher(message(malformed));
            problems.error(
                    ProblemCode.MALFORMED_CSV,
                    Place.ofLine(file, line.find() ? Integer.parseInt(line.group(1)) : 1),
                    "the table cannot be read from here on",
                    "close each quotation mark, and write one inside a value twice");
        } catch (RuntimeException | StackOverflowError faulty) {
            problems.fault(file);
        }
        return rows;
    }

    private void rows(String text, char separator, List<ParameterRow> rows) throws IOException {
        CSVFormat format = FORMAT.builder().setDelimiter(separator).get();
        try (CSVParser records = CSVParser.parse(new StringReader(text), format)) {
            TableHeader header = null;
            int line = 1;
            int counted = 0;
            for (CSVRecord record : records) {
                int begin = (int) record.getCharacterPosition();
                line += lineEnds(text, counted, begin);
                counted = begin;
                if (header != null) {
                    row(header.columns(), record, line, separator).ifPresent(rows::add);
                    continue;
                }
                List<String> names =
                        record.stream().map(ParameterTable::trimmed).toList();
                header = TableHeader.read(type, names, Place.ofLine(file, line), problems);
                if (header == null) {
                    return;
                }
            }
            if (header == null) {
                problems.error(ProblemCode.MISSING_COLUMN, Place.ofLine(file, 1), "the table has no header line");
            }
        }
    }

    /** A value without the spaces around it that web pages leave there: they are shown like others, and are others. */
    static String trimmed(String value) {
        return value.isEmpty() ? value : NO_BREAK_AROUND.matcher(value).replaceAll("");
    }

    private static String message(Exception malformed) {
        Throwable cause = malformed.getCause() instanceof CSVException csv ? csv : malformed;
        return String.valueOf(cause.getMessage());
    }

    private static int lineEnds(String text, int from, int to) {
        int ends = 0;
        for (int at = from; at < to; at++) {
            char letter = text.charAt(at);
            boolean alone = at + 1 == text.length() || text.charAt(at + 1) != '\n';
            if (letter == '\n' || (letter == '\r' && alone)) {
                ends++;
            }
        }
        return ends;
    }

    /** Empty for a row that is empty or wrong. */
    private Optional<ParameterRow> row(List<String> columns, CSVRecord record, int line, char separator) {
        if (record.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        boolean surplus = record.stream().skip(columns.size()).anyMatch(value -> !value.isEmpty());
        if (surplus || record.size() < columns.size()) {
            problems.error(
                    ProblemCode.WRONG_ROW,
                    Place.ofLine(file, line),
                    "the row has " + record.size() + " values, the header " + columns.size(),
                    fix(record, separator));
            return Optional.empty();
        }
        return new RowReader(this, columns, record, line).read();
    }

    private static @Nullable String fix(CSVRecord record, char separator) {
        boolean other =
                record.size() == 1 && Separator.in(record.get(0)).stream().anyMatch(found -> found != separator);
        return other ? "write " + Separator.name(separator) + " between the values, as the first line does" : null;
    }
}
