package org.daylight.scheme;

import java.util.List;
import java.util.Locale;
import org.daylight.problem.QuotedList;
import org.daylight.problem.Rfc3339;
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
     * @throws RuntimeException when the text is no such value
     */
    Object read(String text) {
        return switch (type) {
            case TEXT -> text;
            case INT -> (long) Math.toIntExact(WrittenNumber.whole(text));
            case LONG -> WrittenNumber.whole(text);
            case DECIMAL -> WrittenNumber.exact(text);
            case TRUTH -> truth(text);
            case DATE -> Rfc3339.date(text).orElseThrow().toString();
            case INSTANT -> Rfc3339.instant(text).orElseThrow().toString();
            case CHOICE -> {
                if (choices.contains(text)) {
                    yield text;
                }
                throw new IllegalArgumentException(text);
            }
            case OTHER -> throw new IllegalArgumentException(text);
        };
    }

    /** As spreadsheets write it, too: {@code TRUE}. */
    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
