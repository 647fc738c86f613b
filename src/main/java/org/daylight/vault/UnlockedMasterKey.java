package org.daylight.vault;

import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.daylight.store.RecordDamagedException;

/**
 * A master key that has proved to be the store's by unwrapping the index key.
 *
 * @param version of the master key
 */
record UnlockedMasterKey(MasterKey master, long version, SecretKeySpec indexKey) {
    private static final String ROTATED =
            "the master key was changed since this process started: start it anew with the new key";

    static RecordAddress indexAddress(long version) {
        return RecordAddress.of("master_key", Long.toString(version));
    }

    static KeyRows.Master first(MasterKey master) {
        return new KeyRows.Master(1, master.wrap(Aes.random(Aes.KEY_BYTES), indexAddress(1)));
    }

    /** The master key of a row; empty when it is not the one that wrapped the row's index key. */
    static Optional<UnlockedMasterKey> with(MasterKey master, KeyRows.Master row) {
        return master.unwrap(row.indexKey(), indexAddress(row.version()))
                .map(indexKey ->
                        new UnlockedMasterKey(master, row.version(), new SecretKeySpec(indexKey, "HmacSHA256")));
    }

    UnlockedMasterKey next(MasterKey next) {
        return new UnlockedMasterKey(next, version + 1, indexKey);
    }

    KeyRows.Master row() {
        return new KeyRows.Master(version, master.wrap(indexKey.getEncoded(), indexAddress(version)));
    }

    KeyRows.Row wrapped(String citizen, long keyVersion, byte[] key) {
        KeyRows.Row row = new KeyRows.Row(citizen, keyVersion, version, null);
        return new KeyRows.Row(citizen, keyVersion, version, master.wrap(key, row.address()));
    }

    /** The key in a row; empty when it was destroyed. */
    Optional<CitizenKey> key(KeyRows.Row row) {
        return bytes(row).map(key -> new CitizenKey(row.version(), key));
    }

    Optional<byte[]> bytes(KeyRows.Row row) {
        if (row.wrapped() == null) {
            return Optional.empty();
        }
        if (row.master() != version) {
            throw new VaultException(ROTATED);
        }
        return Optional.of(master.unwrap(row.wrapped(), row.address())
                .orElseThrow(() -> new RecordDamagedException(
                        KeyRows.TABLE, "a row of `citizen_key` was altered: the key in it does not unwrap")));
    }

    void requireStillInUse(List<KeyRows.Master> masters) {
        if (masters.size() != 1 || masters.get(0).version() != version) {
            throw new VaultException(ROTATED);
        }
    }
}
