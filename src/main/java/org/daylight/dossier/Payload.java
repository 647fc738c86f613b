package org.daylight.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.records.CanonicalJson;
import org.daylight.store.RecordDamagedException;
import org.jspecify.annotations.Nullable;

/** A statement's data as it is stored: canonical JSON, from which the very same values are read back. */
final class Payload {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final byte[] bytes;

    Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    static Payload of(SortedMap<String, @Nullable Object> data) {
        return new Payload(CanonicalJson.bytes(data));
    }

    /** The bytes themselves, which the caller must not change. */
    byte[] bytes() {
        return bytes;
    }

    SortedMap<String, @Nullable Object> data() {
        SortedMap<String, @Nullable Object> data = new TreeMap<>();
        try (JsonParser in = FACTORY.createParser(bytes)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                data.put(name, value(in, in.nextToken()));
            }
        } catch (IOException damaged) {
            throw new RecordDamagedException("statement", "the data of a stored statement cannot be read", damaged);
        }
        return data;
    }

    private static Object value(JsonParser in, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return in.getLongValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            BigDecimal decimal = in.getDecimalValue().stripTrailingZeros();
            return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        throw new IOException("unexpected " + token);
    }
}
