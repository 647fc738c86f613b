package org.daylight.evaluation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.rulebase.FactProperties;
import org.daylight.rulebase.source.RuleText;
import org.jspecify.annotations.Nullable;

/**
 * A datum that a firing rests on.
 *
 * @param id {@code source#id} of a statement, {@code Type.csv:line} of a parameter row, {@code derived:n} of what a rule made, or
 *     {@code as-of}, {@code standing}, {@code request}
 * @param type name of the type
 * @param read the fields that the rule reads, with their values
 */
public record Datum(String id, String type, SortedMap<String, @Nullable Object> read) {
    public Datum {
        read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
    }

    /** A datum with those of its fields that a rule reads. */
    public static Datum of(String id, Object object, RuleText rule) {
        SortedMap<String, @Nullable Object> read = new TreeMap<>();
        FactProperties.of(object.getClass()).forEach((name, property) -> {
            if (reads(rule, object.getClass(), name)) {
                read.put(
                        name,
                        PlainValue.of(FactProperties.read(property, object)).orElse(null));
            }
        });
        return new Datum(id, object.getClass().getSimpleName(), read);
    }

    /** Looks at supertypes too: a rule may match a type by the name of one it extends. */
    private static boolean reads(RuleText rule, Class<?> type, String field) {
        for (Class<?> named = type; named != null; named = named.getSuperclass()) {
            if (rule.reads(named.getSimpleName(), field)) {
                return true;
            }
        }
        return false;
    }
}
