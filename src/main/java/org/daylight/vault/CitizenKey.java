package org.daylight.vault;

import org.daylight.store.RecordDamagedException;

/** A citizen's key, unwrapped: seals personal values and opens them again. */
public final class CitizenKey {
    private final long version;
    private final Aes aes;

    CitizenKey(long version, byte[] key) {
        this.version = version;
        this.aes = new Aes(key);
    }

    /** The number of this key among the citizen's, from 1 on; to be stored beside each value that it seals. */
    public long version() {
        return version;
    }

    public byte[] seal(byte[] clear, RecordAddress address) {
        return aes.seal(clear, address.bytes());
    }

    /**
     * The value in clear.
     *
     * @throws RecordDamagedException when it does not open, as it was altered or sealed for another address
     */
    public byte[] open(byte[] sealed, RecordAddress address) {
        return aes.open(sealed, address.bytes())
                .orElseThrow(() -> new RecordDamagedException(
                        address.table(),
                        "a row of `" + address.table()
                                + "` does not open: it was altered, or stood elsewhere when it was sealed"));
    }
}
