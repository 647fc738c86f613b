package org.daylight.scheme;

import java.util.List;
import java.util.Optional;
import org.daylight.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A type that a scheme's DRL declares; it is the schema of the statements, attributes or rows that carry it.
 *
 * @param name as declared
 * @param kind what it extends, directly or through another declared type
 * @param fields inherited ones first, in the order declared; without the vocabulary's own (such as {@code occurredAt})
 * @param file path inside the scheme folder
 * @param line 1-based line of the declaration
 * @param changeable whether people can make one more or one fewer of it ({@code @changeable}); null when they cannot
 */
public record DeclaredType(
        String name,
        Kind kind,
        List<Field> fields,
        String file,
        int line,
        @Nullable Direction changeable) {
    public DeclaredType {
        fields = List.copyOf(fields);
    }

    /** A type that people can make neither more nor fewer of. */
    public DeclaredType(String name, Kind kind, List<Field> fields, String file, int line) {
        this(name, kind, fields, file, line, null);
    }

    /** The line of the declaration. */
    public Place place() {
        return Place.ofLine(file, line);
    }

    /** The names of the fields that tell its data apart. */
    public List<String> keys() {
        return fields.stream().filter(Field::key).map(Field::name).toList();
    }

    /** Whether people can do anything about it. */
    public boolean isChangeable() {
        return changeable != null || fields.stream().anyMatch(field -> field.changeable() != null);
    }

    /** The kinds of declared type. {@code DERIVED} extends nothing: only rules make such data, by {@code insert}. */
    public enum Kind {
        EVENT("Event"),
        FACT("Fact"),
        REQUEST("Request"),
        PARAMETER("Parameter"),
        DERIVED("");

        private final String vocabulary;

        Kind(String vocabulary) {
            this.vocabulary = vocabulary;
        }

        /** The type of the vocabulary that all of this kind extend; the empty text where they extend none. */
        public String vocabulary() {
            return vocabulary;
        }
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}
