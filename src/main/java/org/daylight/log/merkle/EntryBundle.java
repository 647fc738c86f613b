package org.daylight.log.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of a level 0 tile as bytes: each after its length, a big-endian unsigned 16-bit number. (C2SP tlog-tiles) */
public final class EntryBundle {
    public static final int ENTRY_BYTES_MAX = 65_535;

    private static final int LENGTH_BYTES = 2;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /**
     * The entries of a bundle.
     *
     * @throws IllegalArgumentException when the last entry is cut off
     */
    public static List<byte[]> decode(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            int begin = at + LENGTH_BYTES;
            int end = begin > bundle.length
                    ? begin
                    : begin + Short.toUnsignedInt(ByteBuffer.wrap(bundle).getShort(at));
            if (end > bundle.length) {
                throw new IllegalArgumentException("entry " + entries.size() + " of the bundle is cut off");
            }
            entries.add(Arrays.copyOfRange(bundle, begin, end));
            at = end;
        }
        return entries;
    }
}
