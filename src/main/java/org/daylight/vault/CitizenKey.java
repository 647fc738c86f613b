package org.daylight.vault;

import org.daylight.store.RecordDamagedException;

/** A citizen's key, unwrapped: seals what is personal and opens it again. */
public final class CitizenKey {
    private final long version;
    private final Aes aes;

    CitizenKey(long version, byte[] key) {
        this.version = version;
        this.aes = new Aes(key);
    }

    /** Which of the citizen's keys this is; to be kept beside what it seals. */
    public long version() {
        return version;
    }

    public byte[] seal(byte[] clear, RecordAddress address) {
        return aes.seal(clear, address.bytes());
    }

    /**
     * What was sealed for this place.
     *
     * @throws RecordDamagedException when it does not open
     */
    public byte[] open(byte[] sealed, RecordAddress address) {
        return aes.open(sealed, address.bytes())
                .orElseThrow(() -> new RecordDamagedException(
                        address.table(),
                        "a row of `" + address.table()
                                + "` does not open: it was altered, or stood elsewhere when it was sealed"));
    }
}
