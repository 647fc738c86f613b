package org.daylight.vault;

import java.util.Base64;
import java.util.Optional;

/** The key that wraps all others. Daylight keeps it nowhere but in a key file, if it is told to use one. */
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
     * @param origin what to name in a failure, such as {@code DAYLIGHT_MASTER_KEY}; never the key itself
     * @throws VaultException when it is not that
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

    /** Empty when another master key wrapped it, or it belongs elsewhere. */
    Optional<byte[]> unwrap(WrappedKey wrapped, RecordAddress address) {
        return aes.open(wrapped.bytes(), address.bytes());
    }
}
