package org.daylight.log;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.daylight.log.merkle.EntryBundle;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Tile;
import org.daylight.log.merkle.TiledTree;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.InclusionProof;
import org.daylight.log.note.SignedNote;
import org.daylight.log.note.VerifierKey;
import org.daylight.store.Database;
import org.daylight.store.RecordDamagedException;

/** A log as it is stored, read as C2SP tlog-tiles hands it out. */
public final class StoredLog {
    private final Database database;
    private final LogRows.Origin origin;

    StoredLog(Database database, LogRows.Origin origin) {
        this.database = database;
        this.origin = origin;
    }

    public long number() {
        return origin.log();
    }

    public String origin() {
        return origin.name();
    }

    public VerifierKey key() {
        return origin.key();
    }

    /** The number of durable leaves. */
    public long size() {
        return read(rows -> rows.size(origin.log()));
    }

    /** The latest checkpoint; a log without one is damaged. */
    public SignedNote checkpoint() {
        return read(rows -> rows.lastCheckpoint(origin))
                .orElseThrow(
                        () -> new RecordDamagedException("log", "the log `" + origin.name() + "` has no checkpoint"));
    }

    /** Hands over every checkpoint that was ever signed, from the first to the last. */
    public void eachCheckpoint(Consumer<SignedNote> consumer) {
        database.reading().useHandle(handle -> new LogRows(handle).eachCheckpoint(origin, consumer));
    }

    /** A leaf's entry; empty when there is none at this index. */
    public Optional<byte[]> entry(long leaf) {
        return read(rows -> rows.entry(origin.log(), leaf));
    }

    /** The first index without a leaf: the size, unless a leaf was taken out. */
    public long firstGap() {
        return read(rows -> rows.firstGap(origin.log()));
    }

    /** The tile's hashes, one after the other; empty when the log has not all of them yet. */
    public Optional<byte[]> tile(Tile tile) {
        return ifWithin(tile, rows -> joined(rows.tile(origin.log(), tile)));
    }

    private static byte[] joined(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    /** The entries of a level 0 tile, as a bundle; empty when the log has not all of them yet. */
    public Optional<byte[]> entries(Tile tile) {
        return ifWithin(tile, rows -> EntryBundle.encode(rows.entries(origin.log(), tile)));
    }

    private Optional<byte[]> ifWithin(Tile tile, Function<LogRows, byte[]> reading) {
        return read(
                rows -> tile.isWithin(rows.size(origin.log())) ? Optional.of(reading.apply(rows)) : Optional.empty());
    }

    private <T> T read(Function<LogRows, T> reading) {
        return database.reading().withHandle(handle -> reading.apply(new LogRows(handle)));
    }

    /**
     * The proof, under the latest checkpoint, that a leaf is in the log.
     *
     * @param extra the salt, from which together with the record the proof's reader makes the leaf's entry
     */
    public InclusionProof prove(long leaf, byte[] extra) {
        SignedNote note = checkpoint();
        long size = Checkpoint.read(note).size();
        return read(rows -> {
            TiledTree tree = new TiledTree(size, tile -> rows.tile(origin.log(), tile));
            return InclusionProof.of(extra, leaf, tree.inclusionProof(leaf), note);
        });
    }

    @Override
    public String toString() {
        return origin.name();
    }
}
