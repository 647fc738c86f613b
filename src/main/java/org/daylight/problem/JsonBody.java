package org.daylight.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.daylight.problem.CallerProblemException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that a caller sent, read field by field. What is wrong is collected, so that the caller hears of all of it
 * at once: a reading method answers with a stand-in then, and {@link #finish} throws.
 */
public final class JsonBody {
    /** Characters a text may have where a method is not given another limit. */
    public static final int MAX_TEXT = 4000;

    private static final String DATE_TIME = "a date and time with offset such as 2026-11-23T09:00:00Z";

    private final ObjectNode body;
    private final String path;
    private final List<Violation> violations;
    private final Set<String> readFields = new LinkedHashSet<>();

    private JsonBody(ObjectNode body, String path, List<Violation> violations) {
        this.body = body;
        this.path = path;
        this.violations = violations;
    }

    /**
     * Begins to read a caller's document.
     *
     * @throws CallerProblemException 400 when the text is not a JSON object
     */
    public static JsonBody read(String text) {
        JsonNode document = StrictJson.read(text);
        if (document instanceof ObjectNode object) {
            return new JsonBody(object, "", new ArrayList<>());
        }
        throw CallerProblemException.of(400, "wrong-type", "", StrictJson.found(document), "an object");
    }

    /**
     * Begins to read an object inside a document that is being read.
     *
     * @param path of the object, ending so that a field's name can follow: empty, {@code data.} or {@code [3].}
     * @param violations list to which mistakes are added
     */
    public static JsonBody inside(ObjectNode object, String path, List<Violation> violations) {
        return new JsonBody(object, path, violations);
    }

    /** A text that must be there and not be empty; the empty text when it is wrong. */
    public String text(String field) {
        return text(field, MAX_TEXT);
    }

    public String text(String field, int maxCharacters) {
        return required(field, optionalText(field, maxCharacters), "text").orElse("");
    }

    public Optional<String> optionalText(String field) {
        return optionalText(field, MAX_TEXT);
    }

    private Optional<String> optionalText(String field, int maxCharacters) {
        return value(field).flatMap(value -> {
            if (!value.isTextual()) {
                return refused("wrong-type", field, value, "text");
            }
            String text = value.textValue();
            if (text.isEmpty() || text.length() > maxCharacters || !StrictJson.isSound(text)) {
                return refused("invalid-value", field, value, "text of 1 to " + maxCharacters + " characters");
            }
            return Optional.of(text);
        });
    }

    /** A moment that must be there; the epoch when it is wrong. */
    public Instant instant(String field) {
        return required(field, parsed(field, Rfc3339::instant, DATE_TIME), DATE_TIME)
                .orElse(Instant.EPOCH);
    }

    public Optional<DateOrInstant> optionalDateOrInstant(String field) {
        return parsed(field, DateOrInstant::parse, "a date such as 2026-11-23 or " + DATE_TIME);
    }

    /** An object that must be there; an empty one when it is wrong. */
    public ObjectNode object(String field) {
        return required(field, optionalObject(field), "an object").orElseGet(JsonNodeFactory.instance::objectNode);
    }

    public Optional<ObjectNode> optionalObject(String field) {
        return value(field)
                .flatMap(value -> value instanceof ObjectNode object
                        ? Optional.of(object)
                        : refused("wrong-type", field, value, "an object"));
    }

    /** The objects of a list that may be left out, each to be read and finished with {@link #refuseUnknownFields}. */
    public List<JsonBody> optionalObjects(String field, int maxObjects) {
        Optional<JsonNode> list = value(field);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray() || list.get().size() > maxObjects) {
            refuse("wrong-type", field, StrictJson.found(list.get()), "a list of at most " + maxObjects + " objects");
            return List.of();
        }
        List<JsonBody> objects = new ArrayList<>();
        for (JsonNode item : list.get()) {
            String name = field + "[" + objects.size() + "]";
            if (item instanceof ObjectNode object) {
                objects.add(new JsonBody(object, path + name + ".", violations));
            } else {
                refuse("wrong-type", name, StrictJson.found(item), "an object");
                return List.of();
            }
        }
        return objects;
    }

    /** The names of all fields, read or not. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Adds a mistake in a value of this object. */
    public void refuse(String code, String field, @Nullable Object found, String expected) {
        violations.add(new Violation(code, path + field, found, expected));
    }

    /** Refuses the fields that no method has read. */
    public void refuseUnknownFields() {
        names().stream()
                .filter(name -> !readFields.contains(name))
                .map(StrictJson::cut)
                .forEach(name -> refuse(
                        "unknown-field", StrictJson.cut(name), StrictJson.cut(name), QuotedList.oneOf(readFields)));
    }

    /**
     * Ends the reading.
     *
     * @throws CallerProblemException 422 with all that was wrong, unknown fields included
     */
    public void finish() {
        refuseUnknownFields();
        if (!violations.isEmpty()) {
            throw new CallerProblemException(422, violations);
        }
    }

    /** The value, where it is there and not null: JSON has both, and callers mean the same by them. */
    private Optional<JsonNode> value(String field) {
        readFields.add(field);
        return Optional.ofNullable(body.get(field)).filter(value -> !value.isNull());
    }

    private <T> Optional<T> parsed(String field, Function<String, Optional<T>> parse, String expected) {
        return value(field).flatMap(value -> {
            if (!value.isTextual()) {
                return refused("wrong-type", field, value, expected);
            }
            Optional<T> parsed = parse.apply(value.textValue());
            return parsed.isPresent() ? parsed : refused("invalid-value", field, value, expected);
        });
    }

    private <T> Optional<T> required(String field, Optional<T> read, String expected) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            refuse("missing-field", field, value == null ? null : "null", expected);
        }
        return read;
    }

    private <T> Optional<T> refused(String code, String field, JsonNode value, String expected) {
        refuse(code, field, StrictJson.found(value), expected);
        return Optional.empty();
    }
}
