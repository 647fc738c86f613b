package org.daylight.records;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Compresses a payload before it is sealed: deflated (RFC 1951) with a preset dictionary of strings that are frequent in such JSON.
 * The first byte says how it was packed.
 *
 * <p>INVARIANT: a dictionary never changes, as rows are read with the one they were written with. A better one gets a number of its
 * own.
 */
final class PayloadCompression {
    private static final byte UNCOMPRESSED = 0;
    private static final byte DEFLATED_1 = 1;
    /** Most statements are smaller: they would hardly shrink, and there are many of them. */
    private static final int MIN_BYTES = 256;
    /** A tenth larger than the best there is, in half the time. */
    private static final int LEVEL = 3;

    private static final int MAX_BYTES = 64 << 20;
    private static final byte[] DICTIONARY_1 = dictionary("dictionary-1.txt");

    private PayloadCompression() {}

    static byte[] pack(byte[] clear) {
        if (clear.length < MIN_BYTES) {
            return uncompressed(clear);
        }
        byte[] packed = deflated(clear);
        return packed.length < clear.length + 1 ? packed : uncompressed(clear);
    }

    static byte[] unpack(byte[] packed) {
        return switch (packed[0]) {
            case UNCOMPRESSED -> Arrays.copyOfRange(packed, 1, packed.length);
            case DEFLATED_1 -> inflated(packed);
            default -> throw new IllegalStateException("a sealed row was packed by a newer version of Daylight");
        };
    }

    private static byte[] uncompressed(byte[] clear) {
        return ByteBuffer.allocate(1 + clear.length)
                .put(UNCOMPRESSED)
                .put(clear)
                .array();
    }

    private static byte[] deflated(byte[] clear) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setDictionary(DICTIONARY_1);
            deflater.setInput(clear);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(clear.length / 2 + 64);
            out.write(DEFLATED_1);
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] packed) {
        Inflater inflater = new Inflater(true);
        inflater.setDictionary(DICTIONARY_1);
        InputStream bytes = new ByteArrayInputStream(packed, 1, packed.length - 1);
        try (InputStream in = new InflaterInputStream(bytes, inflater, 8192)) {
            byte[] clear = in.readNBytes(MAX_BYTES + 1);
            if (clear.length > MAX_BYTES) {
                throw new IOException("too long");
            }
            return clear;
        } catch (IOException damaged) {
            throw new IllegalStateException("a sealed row does not unpack", damaged);
        } finally {
            inflater.end();
        }
    }

    private static byte[] dictionary(String name) {
        try (InputStream in = PayloadCompression.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the dictionary " + name + " is not in this build");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
