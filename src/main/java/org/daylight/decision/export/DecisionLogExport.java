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
 * Decisions as newline-delimited JSON, one {@link DecisionLogRecord} a line. Every line carries the cursor behind it, so that an
 * export that broke off goes on where it was.
 */
public final class DecisionLogExport {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** What every line begins with. */
    public static final String BEGIN = "{\"decision_id\":\"";

    private static final Set<String> GOES_ON_BY = Set.of("/decision_id", "/cursor");

    private final DecisionHistory history;

    public DecisionLogExport(DecisionHistory history) {
        this.history = history;
    }

    /** Where lines go. */
    @FunctionalInterface
    public interface Lines {
        /**
         * Takes one line.
         *
         * @param line JSON in UTF-8, with its newline
         */
        void line(byte[] line) throws IOException;
    }

    /**
     * Writes the decisions behind a cursor.
     *
     * @param cursor of the last line that was kept, empty for all
     * @param most how many lines at most
     * @param masked JSON pointers to what is left out of every line, and named in its {@code erased}
     * @return how many lines were written
     * @throws IllegalArgumentException when the cursor is none
     * @throws UnreadableDecisionException when the next decision was altered, so that it can be neither written nor passed over
     */
    public long write(String cursor, long most, List<JsonPointer> masked, Lines lines) {
        DecisionCursor start = DecisionCursor.parse(cursor).orElseThrow(() -> new IllegalArgumentException(cursor));
        Map<Long, String> origins = new HashMap<>();
        DecisionCursor[] at = {start};
        long[] written = {0};
        if (most < 1) {
            return 0;
        }
        history.after(start, entry -> {
            if (entry.altered() != null) {
                throw entry.altered();
            }
            at[0] = at[0].after(entry.log(), entry.leaf());
            String origin = origins.computeIfAbsent(entry.log(), history::origin);
            put(lines, line(DecisionLogRecord.of(entry, origin, at[0]), masked));
            return ++written[0] < most;
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
     * A JSON pointer to what shall be left out: a field, not the whole line, not one of a list, which can only be left out whole,
     * and not what the export itself goes on by.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static JsonPointer mask(String text) {
        JsonPointer pointer = JsonPointer.valueOf(text);
        if (pointer.matches() || pointer.last().mayMatchElement() || GOES_ON_BY.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return pointer;
    }

    private static byte[] line(DecisionLogRecord decision, List<JsonPointer> masked) {
        ObjectNode node = JSON.valueToTree(decision);
        for (JsonPointer pointer : masked) {
            mask(node, pointer);
        }
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void mask(ObjectNode node, JsonPointer pointer) {
        JsonNode parent = node.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ObjectNode object && object.remove(name) != null) {
            node.withArray("/erased").add(pointer.toString());
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
