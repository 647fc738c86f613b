package org.daylight.scheme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.daylight.problem.QuotedList;

/** A declared field's value as it is written in tables and kept in statements: text, long, decimal or truth. */
public final class FieldValue {
    private FieldValue() {}

    /** What a field expects, in words. */
    public static String expected(Field field) {
        return field.type() == FieldType.CHOICE
                ? QuotedList.oneOf(field.choices())
                : field.type().expected();
    }

    /**
     * Reads a table's cell.
     *
     * @throws IllegalArgumentException or a {@link java.time.format.DateTimeParseException} when the text is no such value
     */
    static Object fromText(Field field, String text) {
        return switch (field.type()) {
            case TEXT -> text;
            case INT -> (long) Integer.parseInt(text);
            case LONG -> Long.parseLong(text);
            case DECIMAL -> new BigDecimal(text);
            case TRUTH -> truth(text);
            case DATE -> LocalDate.parse(text).toString();
            case INSTANT -> Instant.parse(text).toString();
            case CHOICE -> choice(field, text);
            case OTHER -> throw new IllegalArgumentException(text);
        };
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String choice(Field field, String text) {
        if (!field.choices().contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
