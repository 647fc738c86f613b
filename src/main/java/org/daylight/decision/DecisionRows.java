package org.daylight.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daylight.dossier.DossierVersion;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.LoggedRecord;
import org.daylight.records.RecordSession;
import org.daylight.records.Sealed;
import org.daylight.records.SealedPayload;
import org.daylight.store.EpochMicros;
import org.jdbi.v3.core.statement.Query;

/** The table of decisions. */
final class DecisionRows {
    private static final String ROW = "citizen, id, scheme, revision, as_of, known_at, dossier_position,"
            + " enrolment_position, recorded_at, recorded_by";

    /** To be followed by a condition; its rows are for {@link #found}. */
    static final String SELECT = "SELECT " + ROW + ", " + Sealed.COLUMNS + " FROM decision";

    static final String BETWEEN = SELECT + " WHERE log = :log AND (recorded_at, leaf) > (:from, :leaf)"
            + " AND recorded_at < :to ORDER BY recorded_at, leaf LIMIT :most";

    static final String COUNT =
            "SELECT count(*) FROM decision WHERE log = :log AND recorded_at >= :from AND recorded_at < :to";

    private static final int ROWS_AT_ONCE = 1000;

    private final RecordSession session;

    DecisionRows(RecordSession session) {
        this.session = session;
    }

    /** A row as it is stored. */
    record Found(DecisionRow row, Sealed sealed) {}

    /** @param payload the body, ready to be sealed */
    void insert(DecisionRow row, DecisionBody body, SealedPayload payload) {
        Sealed sealed = session.seal(row.citizen(), row.place(), payload, row.record(body), row.recordedAt());
        var insert = session.handle()
                .createUpdate("INSERT INTO decision (" + ROW + ", " + Sealed.COLUMNS
                        + ") VALUES (:citizen, :id, :scheme,"
                        + " :revision, :asOf, :knownAt, :statements, :enrolments, :recordedAt, :by, " + Sealed.VALUES
                        + ")")
                .bind("citizen", row.citizen())
                .bind("id", row.id())
                .bind("scheme", row.scheme())
                .bind("revision", row.revision())
                .bind("asOf", EpochMicros.of(row.asOf()))
                .bind("knownAt", EpochMicros.of(row.knownAt()))
                .bind("statements", row.mark().statements())
                .bind("enrolments", row.mark().enrolments())
                .bind("recordedAt", EpochMicros.of(row.recordedAt()))
                .bind("by", row.by());
        sealed.bind(insert);
        insert.execute();
    }

    Optional<Found> find(String id) {
        return session.handle()
                .createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> found(row))
                .findOne();
    }

    /** The first decision at or behind an id. */
    Optional<Found> atOrBehind(String id) {
        return session.handle()
                .createQuery(SELECT + " WHERE id >= :id ORDER BY id LIMIT 1")
                .bind("id", id)
                .map((row, context) -> found(row))
                .findOne();
    }

    /** The decisions of a log behind a leaf, in the order of their leaves. */
    List<Found> behind(long log, long leaf, int most) {
        return session.handle()
                .createQuery(SELECT + " WHERE log = :log AND leaf > :leaf ORDER BY leaf LIMIT :most")
                .bind("log", log)
                .bind("leaf", leaf)
                .bind("most", most)
                .map((row, context) -> found(row))
                .list();
    }

    /**
     * The decisions of a log that were recorded before a moment, and later than another or at it behind a leaf; by moment and leaf.
     */
    List<Found> between(long log, Instant from, long leaf, Instant to, int most) {
        return within(BETWEEN, log, from, to)
                .bind("leaf", leaf)
                .bind("most", most)
                .map((row, context) -> found(row))
                .list();
    }

    /** How many decisions of a log were recorded from a moment on and before another. */
    long count(long log, Instant from, Instant to) {
        return within(COUNT, log, from, to).mapTo(long.class).one();
    }

    private Query within(String query, long log, Instant from, Instant to) {
        return session.handle()
                .createQuery(query)
                .bind("log", log)
                .bind("from", EpochMicros.of(from))
                .bind("to", EpochMicros.of(to));
    }

    /** The decision of a row; empty when its citizen was erased since. */
    Optional<Recorded> open(Found found) {
        return open(found, payload -> found.row().with(DecisionBody.of(payload)));
    }

    /** The decision of a row as it was logged; empty when its citizen was erased since. */
    Optional<LoggedRecord> logged(Found found) {
        return open(
                found,
                payload -> new LoggedRecord(
                        found.sealed().log(),
                        found.sealed().leaf(),
                        payload.salt(),
                        found.row().record(DecisionBody.of(payload))));
    }

    /** Every decision, as it ought to be found in the log. */
    void each(Consumer<ExpectedLeaf> consumer) {
        try (Stream<Found> all = session
                .handle()
                .createQuery(SELECT + " ORDER BY citizen, id")
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> found(row))
                .stream()) {
            all.forEach(found -> consumer.accept(session.logged(
                    "decision " + found.row().id(),
                    found.row().citizen(),
                    found.row().place(),
                    found.sealed(),
                    payload -> found.row().record(DecisionBody.of(payload)))));
        }
    }

    private <T> Optional<T> open(Found found, Function<SealedPayload, T> reading) {
        return session.open(found.row().citizen(), found.row().place(), found.sealed(), reading);
    }

    static Found found(ResultSet row) throws SQLException {
        DecisionRow clear = new DecisionRow(
                row.getString("id"),
                row.getString("scheme"),
                row.getString("citizen"),
                row.getString("revision"),
                instant(row, "as_of"),
                instant(row, "known_at"),
                new DossierVersion(row.getLong("dossier_position"), row.getLong("enrolment_position")),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
        return new Found(clear, Sealed.of(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return EpochMicros.instant(row.getLong(column));
    }
}
