package org.daylight.decision.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two JSON documents.
 *
 * @param path JSON Pointer (RFC 6901)
 * @param recorded null where the recorded document has nothing there
 * @param replayed null where the replayed document has nothing there
 */
public record JsonDifference(
        String path, @Nullable JsonNode recorded, @Nullable JsonNode replayed) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Every innermost place where the two differ, in the order of names and positions. */
    static List<JsonDifference> between(String recorded, String replayed) {
        List<JsonDifference> differences = new ArrayList<>();
        compare("", read(recorded), read(replayed), differences);
        return differences;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static void compare(
            String path, @Nullable JsonNode recorded, @Nullable JsonNode replayed, List<JsonDifference> differences) {
        if (recorded instanceof ObjectNode before && replayed instanceof ObjectNode after) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + escaped(name), before.get(name), after.get(name), differences));
        } else if (recorded instanceof ArrayNode before && replayed instanceof ArrayNode after) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "/" + i, before.get(i), after.get(i), differences);
            }
        } else if (recorded == null || !recorded.equals(replayed)) {
            differences.add(new JsonDifference(path, recorded, replayed));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
