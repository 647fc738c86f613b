package org.daylight.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.DataReader;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Spelling;
import org.daylight.scheme.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads a case's data and attributes exactly as the endpoints read a caller's, so that a case proves what a caller would get. */
record TypedData(String file, Problems problems) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the mapping under a key; one that is not there is read as empty. */
    SortedMap<String, @Nullable Object> read(DeclaredType type, YamlMap holder, String key) {
        Optional<YamlMap> data = holder.map(key);
        return read(
                type, data.map(YamlMap::plainValues).orElse(Map.of()), field -> data.map(given -> given.lineOf(field))
                        .orElse(holder.lineOf(key)));
    }

    /** Reads values that may stand in no mapping; {@code lineOf} says in which line a field stands. */
    SortedMap<String, @Nullable Object> read(
            DeclaredType type, Map<String, @Nullable Object> given, ToIntFunction<String> lineOf) {
        ObjectNode json = JSON.valueToTree(given);
        List<Violation> violations = new ArrayList<>();
        SortedMap<String, @Nullable Object> values = new DataReader(Integer.MAX_VALUE, violations).read(type, json, "");
        for (Violation violation : violations) {
            problems.error(
                    ProblemCode.of(violation.code()),
                    Place.ofLine(file, lineOf.applyAsInt(violation.field())),
                    message(type, violation),
                    type.field(violation.field())
                            .map(field -> Spelling.fix(field.type(), given.get(field.name())))
                            .orElse(null));
        }
        return values;
    }

    private static String message(DeclaredType type, Violation violation) {
        String place = "`" + violation.field() + "` of `" + type.name() + "`";
        String found =
                switch (ProblemCode.of(violation.code())) {
                    case UNKNOWN_FIELD -> " is not declared";
                    case MISSING_FIELD -> " is missing";
                    default -> " is `" + violation.found() + "`";
                };
        return place + found + ", expected " + violation.expected();
    }
}
