package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.ParameterTable;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;

/** Pairs each declared parameter type with its table. */
final class ParameterReader {
    private static final String ENDING = ".csv";

    private ParameterReader() {}

    static List<ParameterRow> read(Scheme scheme, Types types, Problems problems) {
        SortedMap<String, String> tables = scheme.parameterFiles();
        List<ParameterRow> rows = new ArrayList<>();
        for (DeclaredType type : types.ofKind(DeclaredType.Kind.PARAMETER)) {
            String file = type.name() + ENDING;
            String text = tables.get(file);
            if (text == null) {
                problems.error(
                        ProblemCode.MISSING_FILE, type.place(), "`" + type.name() + "` has no table `" + file + "`");
            } else {
                rows.addAll(ParameterTable.read(file, text, type, problems));
            }
        }
        for (String file : tables.keySet()) {
            String name = file.substring(0, file.length() - ENDING.length());
            if (types.find(name)
                    .filter(type -> type.kind() == DeclaredType.Kind.PARAMETER)
                    .isEmpty()) {
                problems.error(
                        ProblemCode.UNKNOWN_TYPE,
                        Place.ofFile(file),
                        "no rule file declares `" + name + "` as a Parameter");
            }
        }
        return rows;
    }
}
