package org.daylight.records;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.daylight.log.Leaf;
import org.daylight.store.RecordDamagedException;
import org.daylight.vault.CitizenKey;
import org.daylight.vault.KeyRing;
import org.daylight.vault.RecordAddress;
import org.jdbi.v3.core.Handle;

/** Seals, logs and opens rows through one handle, and only as long as that is open. */
public final class RecordSession {
    private final Handle handle;
    private final RecordStore records;
    private final KeyRing keys;

    RecordSession(Handle handle, RecordStore records) {
        this.handle = handle;
        this.records = records;
        this.keys = records.vault().keys(handle);
    }

    public Handle handle() {
        return handle;
    }

    /** The citizens' keys as this handle sees them. */
    public KeyRing keys() {
        return keys;
    }

    /**
     * Seals a row's payload and appends its record's leaf, inside a {@link org.daylight.store.Write}.
     *
     * @param address of the row
     * @param record canonical bytes, which hold every value of the row
     */
    public Sealed seal(
            String citizen, RecordAddress address, SealedPayload payload, byte[] record, Instant recordedAt) {
        CitizenKey key = keys.sealing(citizen, recordedAt);
        long leaf = records.log().append(handle, Leaf.of(payload.salt(), record));
        return new Sealed(
                key.version(), key.seal(payload.clear(), address), records.log().number(), leaf);
    }

    /** The value's keyed hash, for an index that must not show the value; see {@link org.daylight.vault.Vault#blind}. */
    public byte[] blind(RecordAddress value) {
        return records.vault().blind(value);
    }

    /** Logs a record that is stored in clear, with a new salt that is stored in clear, too. */
    public LoggedRecord log(byte[] record) {
        byte[] salt = SealedPayload.newSalt();
        return new LoggedRecord(
                records.log().number(), records.log().append(handle, Leaf.of(salt, record)), salt, record);
    }

    /**
     * A row's payload as {@code reading} reads it; empty when the citizen was erased since.
     *
     * @throws RecordDamagedException when the row does not open, or its payload cannot be read
     */
    public <T> Optional<T> open(String citizen, RecordAddress address, Sealed row, Function<SealedPayload, T> reading) {
        return keys.opening(citizen, row.keyVersion())
                .map(key -> key.open(row.bytes(), address))
                .map(clear -> read(clear, address, reading));
    }

    private static <T> T read(byte[] clear, RecordAddress address, Function<SealedPayload, T> reading) {
        try {
            return reading.apply(SealedPayload.opened(clear));
        } catch (RuntimeException unreadable) {
            throw new RecordDamagedException(
                    address.table(),
                    "a row of `" + address.table() + "` opens, but what is in it cannot be read",
                    unreadable);
        }
    }
}
