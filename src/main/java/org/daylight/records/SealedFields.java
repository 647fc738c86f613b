package org.daylight.records;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is personal in a record, part by part, each kept byte for byte; a later version may add parts at the end. */
public final class SealedFields {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final List<byte[]> parts = new ArrayList<>();

    public SealedFields with(byte[] part) {
        parts.add(part);
        return this;
    }

    public SealedFields with(String part) {
        return with(part.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes(int index) {
        return parts.get(index);
    }

    public String text(int index) {
        return new String(parts.get(index), StandardCharsets.UTF_8);
    }

    public int count() {
        return parts.size();
    }

    /** Each part with its length before it, in groups of seven bits, the lowest first. */
    byte[] joined() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            int length = part.length;
            while (length > SEVEN_BITS) {
                out.write((length & SEVEN_BITS) | MORE);
                length >>>= 7;
            }
            out.write(length);
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static SealedFields split(byte[] joined) {
        SealedFields fields = new SealedFields();
        ByteBuffer in = ByteBuffer.wrap(joined);
        while (in.hasRemaining()) {
            byte[] part = new byte[length(in)];
            in.get(part);
            fields.with(part);
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
