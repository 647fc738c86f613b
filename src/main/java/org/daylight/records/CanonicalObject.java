package org.daylight.records;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the canonical bytes of a JSON object from its fields: names in order, no blanks, null fields left out. A record's kind
 * comes first, so that no two kinds can be taken for each other.
 */
public final class CanonicalObject {
    private static final String KIND = "record";

    private final TreeMap<String, byte[]> fields = new TreeMap<>(
            Comparator.comparing((String name) -> !name.equals(KIND)).thenComparing(Comparator.naturalOrder()));

    /** The object of a record of this kind. */
    public static CanonicalObject record(String kind) {
        return new CanonicalObject().with(KIND, kind);
    }

    public CanonicalObject with(String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, CanonicalJson.bytes(TextNode.valueOf(text)));
        }
        return this;
    }

    public CanonicalObject with(String name, long whole) {
        fields.put(name, Long.toString(whole).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Adds a moment, in whole microseconds, as RFC 3339 in UTC. */
    public CanonicalObject with(String name, Instant moment) {
        return with(name, moment.toString());
    }

    /** Adds a field whose value is canonical JSON already. */
    public CanonicalObject withJson(String name, byte[] json) {
        fields.put(name, json);
        return this;
    }

    /** Adds a field whose value is canonical JSON already. */
    public CanonicalObject withJson(String name, String json) {
        return withJson(name, json.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return CanonicalJson.written(out -> {
            out.writeStartObject();
            for (var field : fields.entrySet()) {
                out.writeFieldName(field.getKey());
                out.writeRawValue(new String(field.getValue(), StandardCharsets.UTF_8));
            }
            out.writeEndObject();
        });
    }
}
