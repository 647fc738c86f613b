package org.daylight.scheme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daylight.problem.QuotedList;
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

    /** Describes its values in words, for somebody who sent something else. */
    public String expected() {
        return type == FieldType.CHOICE ? QuotedList.oneOf(choices) : type.expected();
    }

    /**
     * Reads a table's cell as a value of {@link Statement#data}.
     *
     * @throws IllegalArgumentException or a {@link java.time.format.DateTimeParseException} when the text is no such value
     */
    Object read(String text) {
        return switch (type) {
            case TEXT -> text;
            case INT -> (long) Integer.parseInt(text);
            case LONG -> Long.parseLong(text);
            case DECIMAL -> new BigDecimal(text);
            case TRUTH -> truth(text);
            case DATE -> LocalDate.parse(text).toString();
            case INSTANT -> Instant.parse(text).toString();
            case CHOICE -> {
                if (choices.contains(text)) {
                    yield text;
                }
                throw new IllegalArgumentException(text);
            }
            case OTHER -> throw new IllegalArgumentException(text);
        };
    }

    static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
