package org.daylight.records;

import java.security.SecureRandom;
import java.util.Arrays;
import org.daylight.log.Leaf;

/**
 * The part of a record that is sealed: its personal fields and the salt of its leaf, so that after an erasure not even a guess of
 * the record can be tried against the log. Making it takes time and needs no database, so it is made before the write.
 */
public final class SealedPayload {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final byte[] packed;

    private SealedPayload(byte[] salt, byte[] packed) {
        this.salt = salt;
        this.packed = packed;
    }

    public static SealedPayload of(SealedFields personal) {
        return new SealedPayload(newSalt(), PayloadCompression.pack(personal.joined()));
    }

    static SealedPayload opened(byte[] clear) {
        return new SealedPayload(
                Arrays.copyOf(clear, Leaf.SALT_BYTES), Arrays.copyOfRange(clear, Leaf.SALT_BYTES, clear.length));
    }

    static byte[] newSalt() {
        byte[] salt = new byte[Leaf.SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    public SealedFields personal() {
        return SealedFields.split(PayloadCompression.unpack(packed));
    }

    public byte[] salt() {
        return salt.clone();
    }

    byte[] clear() {
        byte[] clear = Arrays.copyOf(salt, salt.length + packed.length);
        System.arraycopy(packed, 0, clear, salt.length, packed.length);
        return clear;
    }
}
