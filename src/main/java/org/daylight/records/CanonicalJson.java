package org.daylight.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes JSON in its one canonical spelling: names in order, no blanks, numbers without padding, no nulls in objects. */
public final class CanonicalJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private CanonicalJson() {}

    /** The canonical bytes of a document as a caller sent it, whatever is in it. */
    public static byte[] bytes(JsonNode document) {
        return written(out -> write(out, document));
    }

    /** The canonical bytes of declared fields: texts, longs, decimals and booleans. */
    public static byte[] bytes(SortedMap<String, @Nullable Object> data) {
        return written(out -> {
            out.writeStartObject();
            for (var field : data.entrySet()) {
                out.writeFieldName(field.getKey());
                write(out, field.getValue());
            }
            out.writeEndObject();
        });
    }

    /** The canonical bytes of a list of texts, without the empty ones. */
    public static byte[] bytes(String[] texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Stream.of(texts).filter(text -> !text.isEmpty()).forEach(list::add);
        return bytes(list);
    }

    interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    static byte[] written(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            body.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long whole) {
            out.writeNumber(whole);
        } else if (value instanceof BigDecimal decimal) {
            // With a point even when whole, so that it is read back as the decimal it was.
            out.writeNumber((decimal.scale() <= 0 ? decimal.setScale(1) : decimal).toPlainString());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            throw new IllegalArgumentException("not a statement's value: " + value);
        }
    }

    private static void write(JsonGenerator out, JsonNode value) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (var field : sorted(value).entrySet()) {
                    out.writeFieldName(field.getKey());
                    write(out, field.getValue());
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode element : value) {
                    write(out, element);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(value.textValue());
            case NUMBER ->
                out.writeNumber(value.decimalValue().stripTrailingZeros().toString());
            case BOOLEAN -> out.writeBoolean(value.booleanValue());
            case NULL, MISSING, BINARY, POJO -> out.writeNull();
        }
    }

    private static SortedMap<String, JsonNode> sorted(JsonNode object) {
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue());
            }
        });
        return fields;
    }
}
