package org.daylight.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.jdbi.v3.core.Handle;

/** The keys of a store, unlocked by its master key. */
public final class Vault {
    private static final int INDEX_BYTES = 16;

    private final UnlockedMasterKey unlocked;

    private Vault(UnlockedMasterKey unlocked) {
        this.unlocked = unlocked;
    }

    /**
     * Opens the vault; in a store that has none yet, sets it up with the master key given or a new one.
     *
     * @throws VaultException when the master key is missing or not the one, or is being changed
     */
    public static Vault open(Database database, GroupWriter writer, MasterKeySource source) {
        if (masters(database).isEmpty()) {
            MasterKey first = source.first();
            writer.write((handle, recordedAt) -> {
                KeyRows rows = new KeyRows(handle);
                if (rows.masters().isEmpty()) {
                    rows.insert(UnlockedMasterKey.first(first), recordedAt);
                }
                return true;
            });
        }
        return open(database, source);
    }

    /**
     * Opens the vault of a store that has one, to read.
     *
     * @throws VaultException when the master key is missing or not the one, or is being changed
     */
    public static Vault open(Database database, MasterKeySource source) {
        List<KeyRows.Master> masters = masters(database);
        if (masters.isEmpty()) {
            throw new VaultException(
                    "there is nothing sealed in this store yet: the service has never been started on it");
        }
        if (masters.size() > 1) {
            throw new VaultException("the master key is being changed: run `daylight rotate-key` again to finish that");
        }
        return new Vault(UnlockedMasterKey.with(source.key(), masters.get(0))
                .orElseThrow(() -> new VaultException(
                        "the master key in " + source.origin() + " is not the one that this store was sealed with")));
    }

    private static List<KeyRows.Master> masters(Database database) {
        return database.reading().withHandle(handle -> new KeyRows(handle).masters());
    }

    /** The citizens' keys, as seen through a handle and for no longer than it is open. */
    public KeyRing keys(Handle handle) {
        return new KeyRing(unlocked, handle);
    }

    /** Takes destroyed keys, wrapped as they were, out of the database's files. */
    public static void scrub(Database database) {
        database.scrub(KeyRows.TABLE);
    }

    /**
     * The keyed hash of a value for an index, in which equal ones are found and none can be read: HMAC-SHA-256 under the index key,
     * cut to 16 bytes.
     */
    public byte[] blind(RecordAddress value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(unlocked.indexKey());
            return Arrays.copyOf(mac.doFinal(value.bytes()), INDEX_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", impossible);
        }
    }
}
