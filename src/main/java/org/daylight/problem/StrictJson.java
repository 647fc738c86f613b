package org.daylight.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a caller's JSON (RFC 8259) without guessing: a name twice in one object, anything after the document, and nesting
 * beyond what our documents have are refused, and numbers keep every digit.
 */
public final class StrictJson {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_QUOTED = 100;
    private static final int REPLACEMENT = 0xFFFD;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /**
     * Reads one document.
     *
     * @throws CallerProblemException 400 with line and column when the text is not one JSON document
     */
    public static JsonNode read(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            @Nullable JsonNode document = tree(parser);
            if (document == null) {
                throw CallerProblemException.of(400, "malformed-json", "", null, "a JSON document");
            }
            if (parser.nextToken() != null) {
                throw malformed(place(parser.currentTokenLocation()) + ": more after the end", "the end");
            }
            return document;
        } catch (StreamConstraintsException tooLarge) {
            throw malformed(place(tooLarge.getLocation()) + ": " + beyond(tooLarge), "a smaller document");
        } catch (JsonProcessingException thrown) {
            throw problem(thrown);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable JsonNode tree(JsonParser parser) throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (NumberFormatException hugeExponent) {
            throw malformed(place(parser.currentTokenLocation()) + ": a number beyond counting", "a smaller number");
        }
    }

    /** The {@code found} of a violation: scalars as they are, long texts cut, structures by name. */
    public static Object found(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> cut(value.textValue());
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }

    /** A text as it can be quoted in a problem: not too long, and made of whole characters. */
    public static String cut(String text) {
        String shown = text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
        return shown.codePoints()
                .map(point -> isWhole(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Whether a text can be stored and compared everywhere alike: it has no NUL, which PostgreSQL refuses, and no half of a
     * surrogate pair, which UTF-8 cannot carry.
     */
    public static boolean isSound(String text) {
        return text.codePoints().allMatch(StrictJson::isWhole);
    }

    private static boolean isWhole(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    /** What the reader's limits were exceeded by; its own words name its own settings. */
    private static String beyond(StreamConstraintsException tooLarge) {
        String message = String.valueOf(tooLarge.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return "objects and lists inside each other more than " + MAX_DEPTH + " deep";
        }
        if (message.startsWith("Number value length")) {
            return "a number of too many digits";
        }
        return message.startsWith("Name length") ? "a name that is too long" : "a text that is too long";
    }

    private static CallerProblemException problem(JsonProcessingException thrown) {
        String message = String.valueOf(thrown.getOriginalMessage());
        String place = place(thrown.getLocation());
        if (message.startsWith("Duplicate ")) {
            String name = message.substring(message.indexOf('\'') + 1, message.lastIndexOf('\''));
            return CallerProblemException.of(400, "duplicate-field", cut(name), place, "each name once");
        }
        // The reader says "what: was expecting what"; whatever else follows is about its own settings.
        int colon = message.indexOf(": ");
        String mistake = colon < 0 ? message : message.substring(0, colon);
        String remainder = colon < 0 ? "" : message.substring(colon + 2);
        boolean isExpectation = remainder.startsWith("was expecting ");
        String expected = isExpectation ? remainder.substring("was expecting ".length()) : "well-formed JSON";
        return malformed(place + ": " + cut(mistake), expected);
    }

    private static CallerProblemException malformed(String found, String expected) {
        return CallerProblemException.of(400, "malformed-json", "", found, expected);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
