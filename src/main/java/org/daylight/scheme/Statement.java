package org.daylight.scheme;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that a source stated about a citizen and Daylight accepted: an event, a fact, or the retraction of an
 * earlier statement.
 *
 * @param source CloudEvents {@code source}; with {@code id} it identifies the statement
 * @param id CloudEvents {@code id}
 * @param kind event, fact or retraction
 * @param type name of the declared type, or {@link #RETRACTION_TYPE}
 * @param validAt when the event occurred, from when on the fact holds, or when it was retracted; whole microseconds
 * @param recordedAt when it became durable here; whole microseconds
 * @param data the declared fields as JSON values: text, {@link Long}, {@link java.math.BigDecimal}, {@link Boolean}; a
 *     retraction carries {@code source} and {@code id} of what it retracts
 */
public record Statement(
        String source,
        String id,
        Kind kind,
        String type,
        Instant validAt,
        Instant recordedAt,
        SortedMap<String, @Nullable Object> data) {

    /** The reserved type name of a retraction: CloudEvents type {@code <scheme>.Retraction}. */
    public static final String RETRACTION_TYPE = "Retraction";

    /** Canonical order: by time, then by identity. Never by arrival, so that arrival cannot change an outcome. */
    public static final Comparator<Statement> CANONICAL = Comparator.comparing(Statement::validAt)
            .thenComparing(Statement::type)
            .thenComparing(Statement::source)
            .thenComparing(Statement::id);

    public enum Kind {
        EVENT,
        FACT,
        RETRACTION
    }

    public Statement {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    public static Statement of(Kind kind, String type, String source, String id, Instant validAt, Map<String, ?> data) {
        return new Statement(source, id, kind, type, validAt, validAt, new TreeMap<>(data));
    }

    /** The id by which traces name this statement: {@code source#id}. */
    public String reference() {
        return reference(source, id);
    }

    /** The reference of what a retraction retracts. */
    public String retracted() {
        return reference(String.valueOf(data.get("source")), String.valueOf(data.get("id")));
    }

    public static String reference(String source, String id) {
        return source + "#" + id;
    }
}
