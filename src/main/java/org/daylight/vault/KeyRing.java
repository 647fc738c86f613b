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
    /** Enough for a batch; whoever walks over everybody needs only the last one. */
    private static final int KEYS_AT_HAND = 1000;

    private final UnlockedMasterKey unlocked;
    private final KeyRows rows;
    private final Map<Name, Optional<CitizenKey>> known = new HashMap<>();
    private final Map<String, CitizenKey> sealing = new HashMap<>();

    private record Name(String citizen, long version) {}

    KeyRing(UnlockedMasterKey unlocked, Handle handle) {
        this.unlocked = unlocked;
        this.rows = new KeyRows(handle);
    }

    /**
     * The key that seals what is recorded about a citizen now, made if there is none: at first, and after an erasure, so that
     * somebody who was erased and comes back begins anew.
     */
    public CitizenKey sealing(String citizen, Instant at) {
        if (sealing.size() >= KEYS_AT_HAND) {
            sealing.clear();
        }
        return sealing.computeIfAbsent(citizen, name -> {
            Optional<KeyRows.Row> latest = rows.latest(name);
            return latest.flatMap(unlocked::key)
                    .orElseGet(() -> make(name, latest.map(KeyRows.Row::version).orElse(0L) + 1, at));
        });
    }

    /** Looks up at once the keys that will seal what is recorded about these citizens, as far as there are any. */
    public void fetch(Collection<String> citizens) {
        sealing.clear();
        rows.latest(citizens).forEach(row -> unlocked.key(row).ifPresent(key -> sealing.put(row.citizen(), key)));
    }

    /** The key that opens what it sealed; empty once it was destroyed. */
    public Optional<CitizenKey> opening(String citizen, long version) {
        if (known.size() == KEYS_AT_HAND) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Name(citizen, version),
                name -> unlocked.key(rows.find(citizen, version)
                        .orElseThrow(() -> new RecordDamagedException(
                                KeyRows.CITIZENS, "a sealed row names a key that never was"))));
    }

    /** Destroys every key of a citizen. What they sealed cannot be read by anybody from the commit on. */
    public boolean destroy(String citizen, Instant at) {
        known.clear();
        sealing.remove(citizen);
        return rows.destroy(citizen, at) > 0;
    }

    private CitizenKey make(String citizen, long version, Instant at) {
        // A rotation may have been started since this process unlocked the vault; its key would be lost with the old
        // one.
        unlocked.requireStillInUse(rows.masters());
        byte[] key = Aes.random(Aes.KEY_BYTES);
        rows.insert(unlocked.wrapped(citizen, version, key), at);
        return new CitizenKey(version, key);
    }
}
