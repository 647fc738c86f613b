package org.daylight.scheme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.daylight.problem.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table as its first line names them.
 *
 * @param columns the names, in the order of the file
 */
record TableHeader(List<String> columns) {
    static final String FROM = "from";
    static final String TO = "to";
    static final String REFERENCE = "reference";

    private static final List<String> DATING = List.of(FROM, TO, REFERENCE);

    /** Reads the first line, and reports wrong columns once; null where the rows cannot be read for them. */
    static @Nullable TableHeader read(DeclaredType type, List<String> names, Place place, Problems problems) {
        List<String> columns = withoutEmptyEnd(names);
        Set<String> seen = new LinkedHashSet<>();
        for (int at = 0; at < columns.size(); at++) {
            if (!seen.add(columns.get(at))) {
                problems.error(
                        ProblemCode.DUPLICATE_COLUMN,
                        new Place(place.file(), place.line(), at + 1),
                        "the column `" + StrictJson.cut(columns.get(at)) + "` is there twice",
                        "take one of the two out");
                return null;
            }
        }
        return new TableHeader(columns).check(type, place, problems) ? new TableHeader(columns) : null;
    }

    /** False where columns may have been mistaken for others. */
    private boolean check(DeclaredType type, Place place, Problems problems) {
        List<String> unknown = columns.stream()
                .filter(name -> !DATING.contains(name) && type.field(name).isEmpty())
                .toList();
        List<String> missing =
                needed(type).filter(name -> !columns.contains(name)).toList();
        if (!unknown.isEmpty()) {
            problems.error(
                    ProblemCode.UNKNOWN_COLUMN,
                    new Place(place.file(), place.line(), columns.indexOf(unknown.get(0)) + 1),
                    "`" + type.name() + "` declares no field "
                            + QuotedList.of(
                                    unknown.stream().map(StrictJson::cut).toList())
                            + (missing.isEmpty() ? "" : ", and " + missing(missing)),
                    fix(type, unknown, missing));
        } else if (!missing.isEmpty()) {
            problems.error(ProblemCode.MISSING_COLUMN, place, missing(missing));
        }
        return unknown.isEmpty() || missing.isEmpty();
    }

    private static String missing(List<String> names) {
        return names.size() == 1
                ? "the column " + QuotedList.of(names) + " is missing"
                : "the columns " + QuotedList.of(names) + " are missing";
    }

    private static String fix(DeclaredType type, List<String> unknown, List<String> missing) {
        String near = unknown.size() == 1 ? Nearest.fix(unknown.get(0), missing) : null;
        List<String> all = Stream.concat(DATING.stream(), type.fields().stream().map(Field::name))
                .toList();
        return near == null ? "begin the table with the line `" + String.join(",", all) + "`" : near;
    }

    private static Stream<String> needed(DeclaredType type) {
        return Stream.concat(
                DATING.stream(), type.fields().stream().filter(Field::required).map(Field::name));
    }

    /** Spreadsheets write the columns that somebody once touched, too. */
    private static List<String> withoutEmptyEnd(List<String> names) {
        List<String> columns = new ArrayList<>(names);
        while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
            columns.remove(columns.size() - 1);
        }
        return columns;
    }
}
