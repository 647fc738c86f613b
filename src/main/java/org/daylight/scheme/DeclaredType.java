package org.daylight.scheme;

import java.util.List;
import java.util.Optional;

/**
 * A type that a scheme's DRL declares; it is the schema of the statements, attributes or rows that carry it.
 *
 * @param name as declared
 * @param kind what it extends, directly or through another declared type
 * @param fields inherited ones first, in the order declared; without the vocabulary's own (such as {@code occurredAt})
 * @param file path inside the scheme folder
 * @param line 1-based line of the declaration
 */
public record DeclaredType(String name, Kind kind, List<Field> fields, String file, int line) {
    public DeclaredType {
        fields = List.copyOf(fields);
    }

    /** What a declared type may be. {@code DERIVED} extends nothing: only rules make such data, by {@code insert}. */
    public enum Kind {
        EVENT,
        FACT,
        REQUEST,
        PARAMETER,
        DERIVED
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}
