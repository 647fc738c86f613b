package org.daylight.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daylight.log.merkle.EntryBundle;
import org.daylight.log.merkle.Frontier;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.TiledTree;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.SignedNote;
import org.daylight.log.note.SigningKey;
import org.daylight.store.CommitParticipant;
import org.daylight.store.RecordDamagedException;
import org.daylight.store.StoreFailureException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The log that this process writes. Leaves are stored with the group that appended them, and a checkpoint over them is signed
 * in the same transaction.
 *
 * <p>INVARIANT: no two checkpoints of a log contradict each other. A checkpoint is computed from the last stored checkpoint's tree
 * and the leaves that the group adds to it, and at start that tree must have that checkpoint's root.
 */
public final class Log implements CommitParticipant {
    private final SigningKey key;
    private final List<byte[]> appended = new ArrayList<>();
    private LogRows.@Nullable Origin origin;
    private @Nullable Frontier committed;
    private @Nullable Frontier uncommitted;
    private volatile long size;

    /**
     * A log that starts with its writer.
     *
     * @param key whose name is the log's origin
     */
    public Log(SigningKey key) {
        this.key = key;
    }

    /**
     * Appends a leaf, inside a {@link org.daylight.store.Write}: it is kept or undone with what the write stores.
     *
     * @param entry at most 65,535 bytes
     * @return the leaf's index, from 0 on
     */
    public long append(Handle handle, byte[] entry) {
        if (entry.length > EntryBundle.ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException("an entry of " + entry.length + " bytes cannot be logged");
        }
        appended.add(entry.clone());
        return committedTree(handle).size() + appended.size() - 1;
    }

    /** The log's origin. */
    public String name() {
        return key.verifier().name();
    }

    /** The log's number in this database, by which rows refer to it. */
    public long number() {
        return origin().log();
    }

    /** Leaves under the last checkpoint. */
    public long size() {
        return size;
    }

    private LogRows.Origin origin() {
        if (origin == null) {
            throw new IllegalStateException("the log was not given to a writer");
        }
        return origin;
    }

    /** Two processes that signed under one origin would contradict each other. */
    @Override
    public Optional<String> claim() {
        return Optional.of("log " + key.verifier().name());
    }

    @Override
    public void start(Handle handle, Instant now) {
        LogRows rows = new LogRows(handle);
        Optional<LogRows.Origin> stored = storedOrigin(rows);
        stored.filter(log -> !log.key().equals(key.verifier())).ifPresent(log -> {
            throw new StoreFailureException("the log `" + name() + "` was signed by " + log.key()
                    + ", and the key given is " + key.verifier() + ": with another key it cannot go on");
        });
        origin = stored.orElseGet(() -> rows.begin(key.verifier()));
        if (stored.isEmpty()) {
            sign(rows, Frontier.empty(), now);
        }
        committedTree(handle);
    }

    private Optional<LogRows.Origin> storedOrigin(LogRows rows) {
        try {
            return rows.origin(name());
        } catch (MalformedNoteException altered) {
            throw damaged(altered.what());
        }
    }

    @Override
    public Runnable undoAction() {
        int count = appended.size();
        return () -> appended.subList(count, appended.size()).clear();
    }

    @Override
    public void beforeCommit(Handle handle, Instant recordedAt) {
        if (appended.isEmpty()) {
            return;
        }
        Frontier frontier = committedTree(handle).copy();
        long first = frontier.size();
        List<LogRows.Node> nodes = new ArrayList<>();
        for (byte[] entry : appended) {
            frontier.append(
                    Hash.leaf(entry), (level, position, hash) -> nodes.add(new LogRows.Node(level, position, hash)));
        }
        LogRows rows = new LogRows(handle);
        rows.appendEntries(number(), first, appended);
        rows.appendHashes(number(), nodes);
        sign(rows, frontier, recordedAt);
        uncommitted = frontier;
    }

    private void sign(LogRows rows, Frontier frontier, Instant at) {
        Checkpoint checkpoint = new Checkpoint(name(), frontier.size(), frontier.root());
        rows.appendCheckpoint(number(), checkpoint, key.sign(checkpoint.text()), at);
    }

    @Override
    public void committed() {
        if (uncommitted != null) {
            committed = uncommitted;
            size = uncommitted.size();
        }
        uncommitted = null;
        appended.clear();
    }

    @Override
    public void failed() {
        committed = null;
        uncommitted = null;
        appended.clear();
    }

    /** The tree of the last checkpoint. */
    private Frontier committedTree(Handle handle) {
        if (committed == null) {
            committed = storedTree(new LogRows(handle));
            size = committed.size();
        }
        return committed;
    }

    private Frontier storedTree(LogRows rows) {
        Checkpoint last = lastCheckpoint(rows);
        long size = rows.size(number());
        if (size != last.size()) {
            throw damaged("its last checkpoint is over " + last.size() + " leaves, but it has " + size);
        }
        Frontier frontier = frontier(rows, size);
        if (!frontier.root().equals(last.root())) {
            throw damaged("its hashes do not make the root of its last checkpoint, over " + size + " leaves");
        }
        return frontier;
    }

    private Frontier frontier(LogRows rows, long leaves) {
        try {
            return Frontier.of(new TiledTree(leaves, tile -> rows.tile(number(), tile)));
        } catch (RecordDamagedException lost) {
            throw damaged(String.valueOf(lost.getMessage()));
        }
    }

    private Checkpoint lastCheckpoint(LogRows rows) {
        SignedNote note = rows.lastCheckpoint(origin()).orElseThrow(() -> damaged("it has no checkpoint"));
        try {
            return Checkpoint.verified(note, key.verifier());
        } catch (MalformedNoteException altered) {
            throw damaged(altered.what());
        }
    }

    private StoreFailureException damaged(String what) {
        return new StoreFailureException("the log `" + name() + "` was damaged, nothing more is signed: " + what
                + "; `verify store` tells more");
    }
}
