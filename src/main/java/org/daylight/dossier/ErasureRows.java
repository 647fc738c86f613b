package org.daylight.dossier;

import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.CanonicalObject;
import org.daylight.records.LoggedTable;
import org.daylight.records.RecordSession;
import org.daylight.store.TableColumns;

/** The table of erasures. */
record ErasureRows(RecordSession session) {
    private static final LoggedTable<ErasureRecord> TABLE = new LoggedTable<>(
            TableColumns.of("erasure", ErasureRecord.class, "citizen, position, recorded_at, recorded_by"),
            erasure -> "erasure " + erasure.position() + " of `" + erasure.citizen() + "`",
            ErasureRows::canonical);

    Optional<ErasureRecord> latest(String citizen) {
        return session.handle()
                .select(TABLE.select() + " WHERE citizen = ? ORDER BY position DESC LIMIT 1", citizen)
                .map(TABLE.row())
                .findOne();
    }

    void insert(ErasureRecord erasure) {
        TABLE.insert(session, erasure);
    }

    /** Hands over the leaf that each erasure ought to have. */
    void each(Consumer<ExpectedLeaf> consumer) {
        session.handle()
                .createQuery(TABLE.select() + " ORDER BY citizen, position")
                .map((rows, context) -> TABLE.expected(rows, TABLE.row().map(rows, context)))
                .useStream(leaves -> leaves.forEach(consumer));
    }

    private static byte[] canonical(ErasureRecord erasure) {
        return CanonicalObject.record("erasure")
                .with("citizen", erasure.citizen())
                .with("position", erasure.position())
                .with("recordedAt", erasure.recordedAt())
                .with("recordedBy", erasure.recordedBy())
                .bytes();
    }
}
