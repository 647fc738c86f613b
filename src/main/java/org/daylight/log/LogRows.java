package org.daylight.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Tile;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.SignedNote;
import org.daylight.log.note.VerifierKey;
import org.daylight.store.RecordDamagedException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of the logs. */
record LogRows(Handle handle) {
    private static final String ORIGIN = "SELECT log, origin, key FROM log_origin";
    private static final String CHECKPOINTS =
            "SELECT size, root, signature FROM log_checkpoint WHERE log = ? ORDER BY size";

    /** A log of those in the database: its number, by which rows refer to it, and its key. */
    record Origin(long log, VerifierKey key) {
        String name() {
            return key.name();
        }
    }

    /** A hash of level 1 or above; those of level 0 are computed from the entries. */
    record Node(int level, long position, Hash hash) {}

    Optional<Origin> origin(String name) {
        return handle.select(ORIGIN + " WHERE origin = ?", name)
                .map((row, context) -> origin(row))
                .findOne();
    }

    List<Origin> origins() {
        return handle.createQuery(ORIGIN + " ORDER BY log")
                .map((row, context) -> origin(row))
                .list();
    }

    /** The name of each log by its number, as stored: it is not held against the log's key. */
    SortedMap<Long, String> names() {
        return handle.createQuery("SELECT log, origin FROM log_origin")
                .setMapKeyColumn("log")
                .setMapValueColumn("origin")
                .collectInto(new GenericType<SortedMap<Long, String>>() {});
    }

    /** @throws MalformedNoteException when the row was altered */
    private static Origin origin(ResultSet row) throws SQLException {
        String name = row.getString("origin");
        VerifierKey key = VerifierKey.parse(row.getString("key"));
        if (!key.name().equals(name)) {
            throw new MalformedNoteException("the log `" + name + "` has the key of `" + key.name() + "`");
        }
        return new Origin(row.getLong("log"), key);
    }

    Origin begin(VerifierKey key) {
        handle.execute(
                "INSERT INTO log_origin (log, origin, key)"
                        + " VALUES ((SELECT coalesce(max(log), 0) + 1 FROM log_origin), ?, ?)",
                key.name(),
                key.toString());
        return origin(key.name()).orElseThrow();
    }

    long size(long log) {
        return handle.select("SELECT coalesce(max(position), -1) + 1 FROM log_entry WHERE log = ?", log)
                .mapTo(long.class)
                .one();
    }

    void appendEntries(long log, long first, List<byte[]> entries) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO log_entry (log, position, entry) VALUES (?, ?, ?)");
        long position = first;
        for (byte[] entry : entries) {
            batch.add(log, position++, entry);
        }
        batch.execute();
    }

    void appendHashes(long log, List<Node> nodes) {
        for (Node node : nodes) {
            handle.execute(
                    "INSERT INTO log_hash (log, level, position, hash) VALUES (?, ?, ?, ?)",
                    log,
                    node.level(),
                    node.position(),
                    node.hash().bytes());
        }
    }

    void appendCheckpoint(long log, Checkpoint checkpoint, byte[] signature, Instant signedAt) {
        handle.execute(
                "INSERT INTO log_checkpoint (log, size, root, signature, signed_at) VALUES (?, ?, ?, ?, ?)",
                log,
                checkpoint.size(),
                checkpoint.root().bytes(),
                signature,
                signedAt);
    }

    Optional<SignedNote> lastCheckpoint(Origin origin) {
        return handle.select(CHECKPOINTS + " DESC LIMIT 1", origin.log())
                .map((row, context) -> checkpoint(row, origin))
                .findOne();
    }

    /** Hands over every checkpoint, from the first to the last. */
    void eachCheckpoint(Origin origin, Consumer<SignedNote> consumer) {
        handle.select(CHECKPOINTS, origin.log())
                .map((row, context) -> checkpoint(row, origin))
                .useStream(notes -> notes.forEach(consumer));
    }

    /** The note that the row holds, valid or not: the caller verifies it. */
    private static SignedNote checkpoint(ResultSet row, Origin origin) throws SQLException {
        String text = origin.name() + "\n" + row.getLong("size") + "\n"
                + Base64.getEncoder().encodeToString(row.getBytes("root")) + "\n";
        return SignedNote.of(text, origin.key(), row.getBytes("signature"));
    }

    /**
     * The hashes of a tile.
     *
     * @throws RecordDamagedException when some are missing
     */
    List<Hash> tile(long log, Tile tile) {
        List<Hash> hashes =
                tile.level() == 0 ? entries(log, tile).stream().map(Hash::leaf).toList() : hashes(log, tile);
        return complete(hashes, tile, tile.path());
    }

    private List<Hash> hashes(long log, Tile tile) {
        return handle.select(
                        "SELECT hash FROM log_hash WHERE log = ? AND level = ? AND position >= ? AND position < ?"
                                + " AND length(hash) = ? ORDER BY position",
                        log,
                        tile.level(),
                        tile.begin(),
                        tile.end(),
                        Hash.BYTES)
                .map((row, context) -> Hash.of(row.getBytes("hash")))
                .list();
    }

    /**
     * The entries of a level 0 tile.
     *
     * @throws RecordDamagedException when some are missing
     */
    List<byte[]> entries(long log, Tile tile) {
        List<byte[]> entries = handle.select(
                        "SELECT entry FROM log_entry WHERE log = ? AND position >= ? AND position < ? ORDER BY position",
                        log,
                        tile.begin(),
                        tile.end())
                .map((row, context) -> row.getBytes("entry"))
                .list();
        return complete(entries, tile, tile.entriesPath());
    }

    Optional<byte[]> entry(long log, long position) {
        return handle.select("SELECT entry FROM log_entry WHERE log = ? AND position = ?", log, position)
                .map((row, context) -> row.getBytes("entry"))
                .findOne();
    }

    /** The first position without an entry: the log's size, unless an entry was taken out. */
    long firstGap(long log) {
        return handle.select(
                        "SELECT coalesce(min(e.position) + 1, 0) FROM log_entry e WHERE e.log = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM log_entry n WHERE n.log = e.log AND n.position = e.position + 1)"
                                + " AND EXISTS (SELECT 1 FROM log_entry f WHERE f.log = e.log AND f.position = 0)",
                        log)
                .mapTo(long.class)
                .one();
    }

    private static <T> List<T> complete(List<T> parts, Tile tile, String path) {
        if (parts.size() != tile.width()) {
            throw new RecordDamagedException(
                    "log",
                    "the log has lost part of `" + path + "`: " + parts.size() + " of " + tile.width() + " are there");
        }
        return parts;
    }
}
