package org.daylight.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a sealed value belongs; part of the seal, so that the value opens nowhere else.
 *
 * @param table the table's name
 * @param key what names the row in it
 */
public record RecordAddress(String table, List<String> key) {
    public RecordAddress {
        key = List.copyOf(key);
    }

    public static RecordAddress of(String table, String... key) {
        return new RecordAddress(table, List.of(key));
    }

    /** Each part with its length before it: no two places share their bytes. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, table);
            for (String part : key) {
                write(out, part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String part) throws IOException {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
