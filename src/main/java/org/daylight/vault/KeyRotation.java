package org.daylight.vault;

import java.util.List;
import java.util.function.LongConsumer;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;

/**
 * Changes the master key: every citizen's key and the index key are wrapped anew, and the values they sealed stay as they are.
 *
 * <p>From the first step to the last both master keys are on record, and no service starts meanwhile. A rotation that was broken off
 * anywhere is continued with the same two keys.
 */
public final class KeyRotation {
    private static final int KEYS_AT_ONCE = 500;

    private final Database database;
    private final GroupWriter writer;
    private final MasterKey current;
    private final MasterKey next;

    public KeyRotation(Database database, GroupWriter writer, MasterKey current, MasterKey next) {
        this.database = database;
        this.writer = writer;
        this.current = current;
        this.next = next;
    }

    private record Change(UnlockedMasterKey from, UnlockedMasterKey to) {}

    /** The number of keys that are still to be wrapped anew. */
    public long remaining() {
        return database.reading().withHandle(handle -> {
            KeyRows rows = new KeyRows(handle);
            List<KeyRows.Master> masters = rows.masters();
            return masters.isEmpty() || isDone(masters)
                    ? 0
                    : rows.countWrappedBy(masters.get(0).version());
        });
    }

    /**
     * Does what remains to be done.
     *
     * @param progress is told how many keys were wrapped anew so far
     * @throws VaultException when a key is not the one it must be; nothing is changed then
     */
    public void run(LongConsumer progress) {
        List<KeyRows.Master> masters = database.reading().withHandle(handle -> new KeyRows(handle).masters());
        if (isDone(masters)) {
            return;
        }
        Change change = begin(masters);
        long done = 0;
        KeyRows.Row last = new KeyRows.Row("", 0, 0, null);
        for (List<KeyRows.Row> step = step(change, last); !step.isEmpty(); step = step(change, last)) {
            done += step.size();
            last = step.get(step.size() - 1);
            progress.accept(done);
        }
        finish(change);
    }

    private boolean isDone(List<KeyRows.Master> masters) {
        return masters.size() == 1
                && UnlockedMasterKey.with(next, masters.get(0)).isPresent();
    }

    private Change begin(List<KeyRows.Master> masters) {
        if (masters.isEmpty()) {
            throw new VaultException(
                    "there is nothing sealed in this store yet: the service has never been started on it");
        }
        UnlockedMasterKey from = UnlockedMasterKey.with(current, masters.get(0))
                .orElseThrow(() ->
                        new VaultException("the current master key is not the one that this store was sealed with"));
        if (masters.size() == 1) {
            UnlockedMasterKey to = from.next(next);
            return writer.write((handle, recordedAt) -> {
                KeyRows rows = new KeyRows(handle);
                from.requireStillInUse(rows.masters());
                rows.insert(to.row(), recordedAt);
                return new Change(from, to);
            });
        }
        UnlockedMasterKey to = UnlockedMasterKey.with(next, masters.get(1))
                .orElseThrow(
                        () -> new VaultException(
                                "a change to another master key is under way: give that key as the new one to finish it first"));
        return new Change(from, to);
    }

    private List<KeyRows.Row> step(Change change, KeyRows.Row last) {
        return writer.write((handle, recordedAt) -> {
            KeyRows rows = new KeyRows(handle);
            List<KeyRows.Row> keys =
                    rows.wrappedBy(change.from().version(), last.citizen(), last.version(), KEYS_AT_ONCE);
            for (KeyRows.Row row : keys) {
                byte[] key = change.from().bytes(row).orElseThrow();
                rows.rewrap(change.to().wrapped(row.citizen(), row.version(), key));
            }
            return keys;
        });
    }

    private void finish(Change change) {
        writer.write((handle, recordedAt) -> {
            KeyRows rows = new KeyRows(handle);
            if (rows.countWrappedBy(change.from().version()) > 0) {
                throw new VaultException("keys were made meanwhile: stop the service, then run it again");
            }
            rows.deleteMaster(change.from().version());
            return true;
        });
        database.scrub(KeyRows.TABLE);
    }
}
