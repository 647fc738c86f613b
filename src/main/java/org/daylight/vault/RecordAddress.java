package org.daylight.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The row that a sealed value belongs to; part of the seal, so that the value opens nowhere else.
 *
 * @param table the table's name
 * @param key the values of the row's primary key
 */
public record RecordAddress(String table, List<String> key) {
    public RecordAddress {
        key = List.copyOf(key);
    }

    public static RecordAddress of(String table, String... key) {
        return new RecordAddress(table, List.of(key));
    }

    /** Each part with its length before it, so that no two addresses have the same bytes. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, table);
        key.forEach(part -> write(bytes, part));
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, String part) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        bytes.writeBytes(text);
    }
}
