package org.daylight.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.daylight.problem.Rfc3339;
import org.daylight.problem.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads a caller's JSON object as an instance of a declared type, collecting everything that is wrong with it.
 *
 * @param maxText characters a text may have
 * @param violations list to which mistakes are added
 */
public record DataReader(int maxText, List<Violation> violations) {
    /** Digits before and after the decimal point; far beyond any amount, and short enough to count with. */
    private static final int MAX_DIGITS = 34;

    /**
     * The declared fields as {@link Statement#data} holds them: dates and instants as canonical text, an optional null left
     * out. What is wrong is left out too.
     *
     * @param path of the object, ending so that a field's name can follow: {@code data.} or {@code [3].data.}
     */
    public SortedMap<String, @Nullable Object> read(DeclaredType type, ObjectNode data, String path) {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        data.properties().forEach(entry -> {
            Optional<Field> field = type.field(entry.getKey());
            if (field.isEmpty()) {
                refuse(
                        ProblemCode.UNKNOWN_FIELD,
                        path + StrictJson.cut(entry.getKey()),
                        StrictJson.cut(entry.getKey()),
                        expectedField(type, entry.getKey()));
            } else if (!entry.getValue().isNull()) {
                value(field.get(), entry.getValue(), path).ifPresent(value -> values.put(entry.getKey(), value));
            }
        });
        for (Field field : type.fields()) {
            JsonNode value = data.get(field.name());
            if (field.required() && (value == null || value.isNull())) {
                String found = value == null ? null : "null";
                refuse(ProblemCode.MISSING_FIELD, path + field.name(), found, field.expected());
            }
        }
        return values;
    }

    private Optional<Object> value(Field field, JsonNode value, String path) {
        return switch (field.type()) {
            case TEXT -> text(field, value, path);
            case INT -> whole(field, value, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(field, value, path, Long.MIN_VALUE, Long.MAX_VALUE);
            case DECIMAL -> decimal(field, value, path);
            case TRUTH ->
                value.isBoolean()
                        ? Optional.of(value.booleanValue())
                        : refused(ProblemCode.WRONG_TYPE, field, value, path);
            case DATE -> parsed(field, value, path, Rfc3339.date(value.asText()));
            case INSTANT -> parsed(field, value, path, Rfc3339.instant(value.asText()));
            case CHOICE ->
                parsed(field, value, path, Optional.of(value.asText()).filter(field.choices()::contains));
            case OTHER -> refused(ProblemCode.WRONG_TYPE, field, value, path);
        };
    }

    private Optional<Object> text(Field field, JsonNode value, String path) {
        if (!value.isTextual()) {
            return refused(ProblemCode.WRONG_TYPE, field, value, path);
        }
        String text = value.textValue();
        if (text.length() > maxText) {
            String expected = "at most " + maxText + " characters";
            return refuse(ProblemCode.TOO_LONG, path + field.name(), text.length() + " characters", expected);
        }
        if (!StrictJson.isSound(text)) {
            String expected = "text without NUL and without halves of surrogate pairs";
            return refuse(ProblemCode.INVALID_VALUE, path + field.name(), StrictJson.found(value), expected);
        }
        return Optional.of(text);
    }

    private Optional<Object> whole(Field field, JsonNode value, String path, long least, long most) {
        if (!value.isNumber()) {
            return refused(ProblemCode.WRONG_TYPE, field, value, path);
        }
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        if (number.scale() > 0) {
            return refused(ProblemCode.WRONG_TYPE, field, value, path);
        }
        // Compared before it is converted: 1e1000000000 is short to send and would be long to write out.
        boolean inRange =
                number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        return inRange ? Optional.of(number.longValueExact()) : refused(ProblemCode.OUT_OF_RANGE, field, value, path);
    }

    private Optional<Object> decimal(Field field, JsonNode value, String path) {
        if (!value.isNumber()) {
            return refused(ProblemCode.WRONG_TYPE, field, value, path);
        }
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        if (number.scale() > MAX_DIGITS || (long) number.precision() - number.scale() > MAX_DIGITS) {
            String expected = "a number of at most " + MAX_DIGITS + " digits before and after the point";
            return refuse(ProblemCode.OUT_OF_RANGE, path + field.name(), StrictJson.found(value), expected);
        }
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
    }

    private Optional<Object> parsed(Field field, JsonNode value, String path, Optional<?> parsed) {
        if (!value.isTextual()) {
            return refused(ProblemCode.WRONG_TYPE, field, value, path);
        }
        return parsed.isPresent()
                ? parsed.map(Object::toString)
                : refused(ProblemCode.INVALID_VALUE, field, value, path);
    }

    private Optional<Object> refused(ProblemCode code, Field field, JsonNode value, String path) {
        return refuse(code, path + field.name(), StrictJson.found(value), field.expected());
    }

    private Optional<Object> refuse(ProblemCode code, String field, @Nullable Object found, String expected) {
        violations.add(new Violation(code.toString(), field, found, expected));
        return Optional.empty();
    }

    private static String expectedField(DeclaredType type, String unknown) {
        List<String> names = type.fields().stream().map(Field::name).toList();
        if (names.isEmpty()) {
            return "nothing, as `" + type.name() + "` has no fields";
        }
        return Nearest.to(unknown, names).map(name -> "perhaps `" + name + "`").orElse(QuotedList.oneOf(names));
    }
}
