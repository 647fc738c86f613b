package org.daylight.records;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The personal fields of a record, each kept byte for byte; a later version may add fields at the end. */
public final class SealedFields {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final List<byte[]> values = new ArrayList<>();

    public SealedFields with(byte[] value) {
        values.add(value);
        return this;
    }

    public SealedFields with(String value) {
        return with(value.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes(int index) {
        return values.get(index);
    }

    public String text(int index) {
        return new String(values.get(index), StandardCharsets.UTF_8);
    }

    public int count() {
        return values.size();
    }

    /** Each field's bytes after their length, which is in groups of seven bits, the lowest first. */
    byte[] joined() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] value : values) {
            int length = value.length;
            while (length > SEVEN_BITS) {
                out.write((length & SEVEN_BITS) | MORE);
                length >>>= 7;
            }
            out.write(length);
            out.writeBytes(value);
        }
        return out.toByteArray();
    }

    static SealedFields split(byte[] joined) {
        SealedFields fields = new SealedFields();
        ByteBuffer in = ByteBuffer.wrap(joined);
        while (in.hasRemaining()) {
            byte[] value = new byte[length(in)];
            in.get(value);
            fields.with(value);
        }
        return fields;
    }

    private static int length(ByteBuffer in) {
        int length = 0;
        int shift = 0;
        int group;
        do {
            group = in.get();
            length |= (group & SEVEN_BITS) << shift;
            shift += 7;
        } while ((group & MORE) != 0);
        return length;
    }
}
