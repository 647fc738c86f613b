package org.daylight.server;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.daylight.problem.CallerProblem;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body that Jackson could not bind, without Jackson's words or any class name. */
final class UnreadableJson {
    private UnreadableJson() {}

    static CallerProblem problem(JsonProcessingException failure, ObjectMapper json, byte[] body) {
        if (!(failure instanceof MismatchedInputException mismatch)) {
            return CallerProblem.of(400, "malformed-json", place(failure.getLocation()), null, "well-formed JSON");
        }
        JsonNode found = found(mismatch, json, body);
        return mismatch instanceof UnrecognizedPropertyException unknown
                ? CallerProblem.of(400, "unknown-field", path(unknown), found, known(unknown))
                : CallerProblem.of(400, "wrong-type", path(mismatch), found, expected(mismatch.getTargetType()));
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static @Nullable JsonNode found(JsonMappingException failure, ObjectMapper json, byte[] body) {
        try {
            JsonNode found = json.readTree(body);
            for (JsonMappingException.Reference step : failure.getPath()) {
                found = step.getFieldName() == null ? found.path(step.getIndex()) : found.path(step.getFieldName());
            }
            return found.isMissingNode() ? null : found;
        } catch (IOException malformedFurtherDown) {
            return null;
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "body" : "body, line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String known(UnrecognizedPropertyException failure) {
        Collection<Object> names = failure.getKnownPropertyIds();
        return names == null
                ? "no field of this name"
                : "one of "
                        + String.join(
                                ", ",
                                names.stream().map(String::valueOf).sorted().toList());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(String::valueOf)
                                    .toList());
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-23";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date and time such as 2026-11-23T09:00:00Z";
        }
        return List.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }
}
