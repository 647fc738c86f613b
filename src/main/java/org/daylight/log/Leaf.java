package org.daylight.log;

import java.security.MessageDigest;
import org.daylight.log.merkle.Hash;

/**
 * The entry that the log holds in place of a record: {@code SHA-256(salt || record)}. Whoever has record and salt can show that they
 * were logged. Without the salt, which is random, not even a guess of the record can be confirmed.
 */
public final class Leaf {
    public static final int SALT_BYTES = 32;
    public static final int ENTRY_BYTES = 32;

    private Leaf() {}

    /**
     * The 32 bytes of a record's entry.
     *
     * @param salt 32 random bytes, kept as long as the record and as secret
     * @param record its canonical bytes
     */
    public static byte[] of(byte[] salt, byte[] record) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        MessageDigest digest = Hash.sha256();
        digest.update(salt);
        return digest.digest(record);
    }
}
