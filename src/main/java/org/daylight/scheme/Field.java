package org.daylight.scheme;

import java.util.List;

/**
 * A field of a declared type.
 *
 * @param name as declared
 * @param type what its JSON value must be
 * @param declared the type as the author wrote it, such as {@code int} or {@code LocalDate}
 * @param required false when marked {@code @optional} or declared with an initial value
 * @param key whether it is part of a fact's identity ({@code @key})
 * @param choices the allowed texts of a {@link FieldType#CHOICE}, else empty
 */
public record Field(String name, FieldType type, String declared, boolean required, boolean key, List<String> choices) {
    public Field {
        choices = List.copyOf(choices);
    }
}
