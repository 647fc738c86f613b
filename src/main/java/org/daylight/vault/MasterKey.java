package org.daylight.vault;

import java.util.Base64;
import java.util.Optional;

/** The key that wraps all others. Daylight stores it nowhere but in a key file, and only where no setting gives it. */
public final class MasterKey {
    private final byte[] bytes;
    private final Aes aes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
        this.aes = new Aes(bytes);
    }

    public static MasterKey generate() {
        return new MasterKey(Aes.random(Aes.KEY_BYTES));
    }

    /**
     * Reads a key.
     *
     * @param base64 of 32 bytes
     * @param origin named in a failure, such as {@code DAYLIGHT_MASTER_KEY}; never the key itself
     * @throws VaultException when the text is no such key
     */
    public static MasterKey parse(String base64, String origin) {
        String expected = "must be base64 of " + Aes.KEY_BYTES + " bytes, as `openssl rand -base64 32` makes it";
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length != Aes.KEY_BYTES) {
                throw new VaultException(
                        "the master key in " + origin + " " + expected + "; it has " + bytes.length + " bytes");
            }
            return new MasterKey(bytes);
        } catch (IllegalArgumentException notBase64) {
            // Its message would show a piece of the key.
            throw new VaultException("the master key in " + origin + " " + expected + "; it is not base64");
        }
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    WrappedKey wrap(byte[] key, RecordAddress address) {
        return new WrappedKey(aes.seal(key, address.bytes()));
    }

    /** The key in clear; empty when another master key wrapped it, or it was wrapped for another address. */
    Optional<byte[]> unwrap(WrappedKey wrapped, RecordAddress address) {
        return aes.open(wrapped.bytes(), address.bytes());
    }
}
