package org.daylight.rulebase.check;

import java.util.List;
import org.daylight.problem.QuotedList;
import org.daylight.scheme.FieldType;

/**
 * A field as conditions see it.
 *
 * @param choices the names of a choice's values, else empty
 * @param declared the type as the author wrote it; empty for fields of the vocabulary
 */
record Property(FieldType type, String declared, List<String> choices) {

    /** Kinds of value; only values of one kind may be compared. */
    enum Kind {
        NUMBER("a number"),
        TEXT("text"),
        TRUTH("true or false"),
        DATE("a date"),
        INSTANT("a date and time"),
        CHOICE("a choice"),
        ANY("anything");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Property of(FieldType type) {
        return new Property(type, "", List.of());
    }

    Kind kind() {
        return switch (type) {
            case TEXT -> Kind.TEXT;
            case INT, LONG, DECIMAL -> Kind.NUMBER;
            case TRUTH -> Kind.TRUTH;
            case DATE -> Kind.DATE;
            case INSTANT -> Kind.INSTANT;
            case CHOICE -> Kind.CHOICE;
            case OTHER -> Kind.ANY;
        };
    }

    String words() {
        return type == FieldType.CHOICE ? QuotedList.oneOf(choices) : kind().words();
    }
}
