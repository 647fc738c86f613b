package org.daylight.evaluation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Data a firing rests on.
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
}
