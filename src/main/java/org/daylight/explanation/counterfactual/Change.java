package org.daylight.explanation.counterfactual;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of one thing.
 *
 * @param kind the kind of change
 * @param type name of the declared type
 * @param times how often it is added; 1 but for {@link Kind#ADD} of an event
 * @param data the data of what is added, else empty
 * @param statement {@code source#id} of the statement that is left out or changes, else null
 * @param field the field that changes, else null
 * @param from its value now
 * @param to its value then
 */
public record Change(
        Kind kind,
        String type,
        int times,
        SortedMap<String, @Nullable Object> data,
        @Nullable String statement,
        @Nullable String field,
        @Nullable Object from,
        @Nullable Object to) {

    /** The kinds of change. */
    public enum Kind {
        /** An event happens, or a fact is stated. */
        ADD,
        /** A statement no longer counts: it has ceased, or was wrong. */
        REMOVE,
        /** A field of a fact changes. */
        SET,
        /** A service is asked for something else. */
        ASK
    }

    public Change {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    static Change add(String type, SortedMap<String, @Nullable Object> data) {
        return new Change(Kind.ADD, type, 1, data, null, null, null, null);
    }

    static Change remove(String type, String statement) {
        return new Change(Kind.REMOVE, type, 1, new TreeMap<>(), statement, null, null, null);
    }

    static Change set(String type, String statement, String field, @Nullable Object from, Object to) {
        return new Change(Kind.SET, type, 1, new TreeMap<>(), statement, field, from, to);
    }

    static Change ask(String type, String field, @Nullable Object from, Object to) {
        return new Change(Kind.ASK, type, 1, new TreeMap<>(), null, field, from, to);
    }

    Change times(int count) {
        return new Change(kind, type, count, data, statement, field, from, to);
    }

    /** Leaves out numbers and dates: proposals that differ in nothing else are one. */
    Change withoutNumbersAndDates() {
        TreeMap<String, @Nullable Object> texts = new TreeMap<>(data);
        texts.values()
                .removeIf(value ->
                        value instanceof Number || String.valueOf(value).matches("\\d{4}-\\d\\d-\\d\\d.*"));
        return new Change(kind, type, 1, texts, statement, field, from, null);
    }

    Change to(Object value) {
        return new Change(kind, type, times, data, statement, field, from, value);
    }
}
