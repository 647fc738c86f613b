package org.daylight.scenario;

import java.util.Map;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.jspecify.annotations.Nullable;

/** Checks a case's data and attributes against the type they are of. */
record TypedData(String file, RuleBase rules, Problems problems) {

    void check(DeclaredType type, Map<String, @Nullable Object> data, int line) {
        for (String name : data.keySet()) {
            if (type.field(name).isEmpty()) {
                var known = type.fields().stream().map(Field::name).toList();
                problems.error(
                        "unknown-field",
                        file,
                        line,
                        0,
                        "`" + type.name() + "` has no field `" + name + "`",
                        Nearest.to(name, known)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse(null));
            }
        }
        rules.maker(type.name())
                .flatMap(maker -> maker.misfit(data))
                .ifPresent(misfit -> problems.error(
                        "wrong-value",
                        file,
                        line,
                        0,
                        misfit + ", which does not fit `" + type.name() + "` as declared in " + type.file() + ":"
                                + type.line()));
    }
}
