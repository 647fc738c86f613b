package org.daylight.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.CanonicalObject;
import org.daylight.records.LoggedRecord;
import org.daylight.records.RecordSession;
import org.daylight.store.EpochMicros;

/** The table of erasures. */
final class ErasureRows {
    private static final String ROW = "citizen, position, recorded_at, recorded_by";

    private final RecordSession session;

    ErasureRows(RecordSession session) {
        this.session = session;
    }

    Optional<ErasureRecord> latest(String citizen) {
        return session.handle()
                .createQuery("SELECT " + ROW + " FROM erasure WHERE citizen = :citizen ORDER BY position DESC LIMIT 1")
                .bind("citizen", citizen)
                .map((rows, context) -> erased(rows))
                .findOne();
    }

    void keep(ErasureRecord erased) {
        LoggedRecord logged = session.log(record(erased));
        session.handle()
                .createUpdate("INSERT INTO erasure (" + ROW + ", salt, log, leaf)"
                        + " VALUES (:citizen, :position, :at, :by, :salt, :log, :leaf)")
                .bind("citizen", erased.citizen())
                .bind("position", erased.position())
                .bind("at", EpochMicros.of(erased.recordedAt()))
                .bind("by", erased.recordedBy())
                .bind("salt", logged.salt())
                .bind("log", logged.log())
                .bind("leaf", logged.leaf())
                .execute();
    }

    /** Every erasure, as it ought to be found in the log. */
    void each(Consumer<ExpectedLeaf> consumer) {
        try (Stream<ExpectedLeaf> all = session
                .handle()
                .createQuery("SELECT " + ROW + ", salt, log, leaf FROM erasure ORDER BY citizen, position")
                .map((rows, context) -> logged(rows))
                .stream()) {
            all.forEach(consumer);
        }
    }

    private static ExpectedLeaf logged(ResultSet rows) throws SQLException {
        ErasureRecord erased = erased(rows);
        return ExpectedLeaf.of(
                "erasure " + erased.position() + " of `" + erased.citizen() + "`",
                rows.getLong("log"),
                rows.getLong("leaf"),
                rows.getBytes("salt"),
                record(erased));
    }

    private static ErasureRecord erased(ResultSet rows) throws SQLException {
        return new ErasureRecord(
                rows.getString("citizen"),
                rows.getLong("position"),
                EpochMicros.instant(rows.getLong("recorded_at")),
                rows.getString("recorded_by"));
    }

    /** The canonical record. */
    private static byte[] record(ErasureRecord erased) {
        return CanonicalObject.record("erasure")
                .with("citizen", erased.citizen())
                .with("position", erased.position())
                .with("recordedAt", erased.recordedAt())
                .with("recordedBy", erased.recordedBy())
                .bytes();
    }
}
