package org.daylight.vault;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.daylight.store.RecordDamagedException;
import org.jdbi.v3.core.Handle;

/**
 * The citizens' keys as one reading or one write sees them. A key is looked up in the database each time and never kept
 * beyond: once it is destroyed, no process that shares the database opens or seals anything with it.
 */
public final class KeyRing {
    /** Enough for a batch; a walk over all citizens needs only the last one. */
    private static final int CACHED_KEYS = 1000;

    private final UnlockedMasterKey unlocked;
    private final KeyRows rows;
    private final Map<KeyVersion, Optional<CitizenKey>> opening = new HashMap<>();
    private final Map<String, CitizenKey> sealing = new HashMap<>();

    private record KeyVersion(String citizen, long version) {}

    KeyRing(UnlockedMasterKey unlocked, Handle handle) {
        this.unlocked = unlocked;
        this.rows = new KeyRows(handle);
    }

    /**
     * The key that seals what is recorded about a citizen now. It is made if there is none: at first, and after an erasure, so that
     * a citizen who was erased and comes back begins anew.
     */
    public CitizenKey sealing(String citizen, Instant at) {
        if (sealing.size() >= CACHED_KEYS) {
            sealing.clear();
        }
        return sealing.computeIfAbsent(citizen, owner -> {
            Optional<KeyRows.Row> latest = rows.latest(owner);
            return latest.flatMap(unlocked::key)
                    .orElseGet(
                            () -> make(owner, latest.map(KeyRows.Row::version).orElse(0L) + 1, at));
        });
    }

    /** Looks up at once the sealing keys of these citizens, as far as there are any. */
    public void fetch(Collection<String> citizens) {
        sealing.clear();
        rows.latest(citizens).forEach(row -> unlocked.key(row).ifPresent(key -> sealing.put(row.citizen(), key)));
    }

    /** The key that opens what it sealed; empty once it was destroyed. A key that never was is told as damage. */
    public Optional<CitizenKey> opening(String citizen, long version) {
        if (opening.size() == CACHED_KEYS) {
            opening.clear();
        }
        return opening.computeIfAbsent(
                new KeyVersion(citizen, version),
                key -> unlocked.key(rows.find(citizen, version)
                        .orElseThrow(() ->
                                new RecordDamagedException(KeyRows.TABLE, "a sealed row names a key that never was"))));
    }

    /** Destroys every key that a citizen has left, if any. From the commit on nobody can read what they sealed. */
    public boolean destroy(String citizen, Instant at) {
        opening.clear();
        sealing.remove(citizen);
        return rows.destroy(citizen, at) > 0;
    }

    private CitizenKey make(String citizen, long version, Instant at) {
        // A rotation may have begun since this process unlocked the vault; the new key would be lost with the old
        // master key.
        unlocked.requireStillInUse(rows.masters());
        byte[] key = Aes.random(Aes.KEY_BYTES);
        rows.insert(unlocked.wrapped(citizen, version, key), at);
        return new CitizenKey(version, key);
    }
}
