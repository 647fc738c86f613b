package org.daylight.scheme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a declared type.
 *
 * @param name as declared
 * @param type what its JSON value must be
 * @param declared the type as the author wrote it, such as {@code int} or {@code LocalDate}
 * @param required false when marked {@code @optional} or declared with an initial value
 * @param key whether it is part of a fact's identity ({@code @key})
 * @param choices the allowed texts of a {@link FieldType#CHOICE}, else empty
 * @param changeable which way people can change it ({@code @changeable}), or null when they cannot
 */
public record Field(
        String name,
        FieldType type,
        String declared,
        boolean required,
        boolean key,
        List<String> choices,
        @Nullable Direction changeable) {
    public Field {
        choices = List.copyOf(choices);
    }

    /** A field that people cannot change. */
    public Field(String name, FieldType type, String declared, boolean required, boolean key, List<String> choices) {
        this(name, type, declared, required, key, choices, null);
    }
}
