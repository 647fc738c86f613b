package org.daylight.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.daylight.ledger.CanonicalObject;
import org.daylight.ledger.Desk;
import org.daylight.ledger.Logged;
import org.daylight.log.LoggedRecord;
import org.daylight.store.Micros;

/** That a revision of a scheme went live; the highest position is the live one. */
record Publication(long position, String scheme, String revision, Instant liveAt) {

    /** The canonical record. */
    byte[] record() {
        return CanonicalObject.record("publication")
                .with("liveAt", liveAt)
                .with("position", position)
                .with("revision", revision)
                .with("scheme", scheme)
                .bytes();
    }

    /** Every publication, as it ought to be found in the log. */
    static void each(Desk desk, Consumer<LoggedRecord> consumer) {
        try (Stream<LoggedRecord> all = desk
                .handle()
                .createQuery(
                        "SELECT position, scheme, hash, live_at, salt, log, leaf FROM publication ORDER BY position")
                .map((row, context) -> logged(row))
                .stream()) {
            all.forEach(consumer);
        }
    }

    private static LoggedRecord logged(ResultSet row) throws SQLException {
        Publication publication = of(row);
        return LoggedRecord.of(
                "publication " + publication.position,
                row.getLong("log"),
                row.getLong("leaf"),
                row.getBytes("salt"),
                publication.record());
    }

    static Publication of(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("position"),
                row.getString("scheme"),
                row.getString("hash"),
                Micros.instant(row.getLong("live_at")));
    }

    void keep(Desk desk) {
        Logged logged = desk.log(record());
        desk.handle()
                .createUpdate("INSERT INTO publication (position, scheme, hash, live_at, salt, log, leaf)"
                        + " VALUES (:position, :scheme, :hash, :at, :salt, :log, :leaf)")
                .bind("position", position)
                .bind("scheme", scheme)
                .bind("hash", revision)
                .bind("at", Micros.of(liveAt))
                .bind("salt", logged.salt())
                .bind("log", logged.log())
                .bind("leaf", logged.leaf())
                .execute();
    }
}
