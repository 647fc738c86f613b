package org.daylight.decision.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.decision.DecisionCursor;
import org.daylight.decision.DecisionHistory;
import org.daylight.decision.UnreadableDecisionException;

/**
 * Exports decisions as newline-delimited JSON, one {@link DecisionLogRecord} a line. Every line has the cursor behind it, so that an
 * export that broke off can be continued.
 */
public final class DecisionLogExport {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** The text with which every line begins. */
    public static final String BEGIN = "{\"decision_id\":\"";

    /** Without these an export could not be continued. */
    private static final Set<String> UNMASKABLE = Set.of("/decision_id", "/cursor");

    private final DecisionHistory history;

    public DecisionLogExport(DecisionHistory history) {
        this.history = history;
    }

    /** Takes the exported lines. */
    @FunctionalInterface
    public interface Lines {
        /** Takes one line, which is JSON in UTF-8 with its newline. */
        void line(byte[] line) throws IOException;
    }

    /**
     * Writes the decisions behind a cursor.
     *
     * @param cursor of the last line that was kept, empty for all
     * @param limit the largest number of lines
     * @param masks JSON pointers to fields that are left out of every line, and named in its {@code erased}
     * @return the number of lines written
     * @throws IllegalArgumentException when the text is no cursor
     * @throws UnreadableDecisionException when the next decision was altered, so that it can be neither written nor passed over
     */
    public long write(String cursor, long limit, List<JsonPointer> masks, Lines lines) {
        DecisionCursor start = DecisionCursor.parse(cursor).orElseThrow(() -> new IllegalArgumentException(cursor));
        Map<Long, String> origins = new HashMap<>();
        DecisionCursor[] end = {start};
        long[] written = {0};
        if (limit < 1) {
            return 0;
        }
        history.after(start, entry -> {
            if (entry.altered() != null) {
                throw entry.altered();
            }
            end[0] = end[0].after(entry.log(), entry.leaf());
            String origin = origins.computeIfAbsent(
                    entry.log(), log -> history.origins().get(log));
            put(lines, line(DecisionLogRecord.of(entry, origin, end[0]), masks));
            return ++written[0] < limit;
        });
        return written[0];
    }

    /** Whether a text is a cursor. */
    public static boolean isCursor(String text) {
        return DecisionCursor.parse(text).isPresent();
    }

    /** The cursor of a line that was exported before. */
    public static String cursorOf(byte[] line) throws IOException {
        return JSON.readTree(line).path("cursor").asText();
    }

    /** Whether a line that was exported before is of a decision that is recorded here. */
    public boolean isRecorded(byte[] line) throws IOException {
        return history.has(JSON.readTree(line).path("decision_id").asText());
    }

    /**
     * A JSON pointer to a field that shall be left out: not the whole line, not an element of a list, which can only be left out
     * whole, and not a field by which an export is continued.
     *
     * @throws IllegalArgumentException when the text is no such pointer
     */
    public static JsonPointer mask(String text) {
        JsonPointer pointer = JsonPointer.valueOf(text);
        if (pointer.matches() || pointer.last().mayMatchElement() || UNMASKABLE.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return pointer;
    }

    private static byte[] line(DecisionLogRecord decision, List<JsonPointer> masks) {
        ObjectNode line = JSON.valueToTree(decision);
        for (JsonPointer mask : masks) {
            mask(line, mask);
        }
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void mask(ObjectNode line, JsonPointer field) {
        JsonNode parent = line.at(field.head());
        String name = field.last().getMatchingProperty();
        if (parent instanceof ObjectNode object && object.remove(name) != null) {
            line.withArray("/erased").add(field.toString());
        }
    }

    private static void put(Lines lines, byte[] line) {
        try {
            lines.line(line);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
