package org.daylight.decision.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two JSON documents differ. */
public final class JsonDifference {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<At> differences = new ArrayList<>();

    private JsonDifference() {}

    /**
     * One difference.
     *
     * @param path JSON Pointer (RFC 6901)
     * @param recorded null where the recorded document has nothing there
     * @param replayed null where the replayed document has nothing there
     */
    public record At(
            String path,
            @Nullable JsonNode recorded,
            @Nullable JsonNode replayed) {}

    /** Every innermost place where the two differ, in the order of names and positions. */
    static List<At> between(String recorded, String replayed) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", read(recorded), read(replayed));
        return difference.differences;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private void compare(String path, @Nullable JsonNode recorded, @Nullable JsonNode replayed) {
        if (recorded instanceof ObjectNode objectNode && replayed instanceof ObjectNode other) {
            TreeSet<String> names = new TreeSet<>();
            objectNode.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + escaped(name), objectNode.get(name), other.get(name)));
        } else if (recorded instanceof ArrayNode arrayNode && replayed instanceof ArrayNode other) {
            for (int i = 0; i < Math.max(arrayNode.size(), other.size()); i++) {
                compare(path + "/" + i, arrayNode.get(i), other.get(i));
            }
        } else if (recorded == null || !recorded.equals(replayed)) {
            differences.add(new At(path, recorded, replayed));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
