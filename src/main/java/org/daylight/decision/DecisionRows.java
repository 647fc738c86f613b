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

    /** To be followed by a condition; its rows are for {@link #row}. */
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
    record Row(DecisionHeader header, Sealed sealed) {}

    /** @param payload the content, ready to be sealed */
    void insert(Decision decision, SealedPayload payload) {
        DecisionHeader header = decision.header();
        Sealed sealed = session.seal(
                header.citizen(),
                header.address(),
                payload,
                Decision.record(header, decision.content()),
                header.recordedAt());
        var insert = session.handle()
                .createUpdate("INSERT INTO decision (" + ROW + ", " + Sealed.COLUMNS
                        + ") VALUES (:citizen, :id, :scheme,"
                        + " :revision, :asOf, :knownAt, :statements, :enrolments, :recordedAt, :by, " + Sealed.VALUES
                        + ")")
                .bind("citizen", header.citizen())
                .bind("id", header.id())
                .bind("scheme", header.scheme())
                .bind("revision", header.revision())
                .bind("asOf", EpochMicros.of(header.asOf()))
                .bind("knownAt", EpochMicros.of(header.knownAt()))
                .bind("statements", header.version().statements())
                .bind("enrolments", header.version().enrolments())
                .bind("recordedAt", EpochMicros.of(header.recordedAt()))
                .bind("by", header.by());
        sealed.bind(insert);
        insert.execute();
    }

    Optional<Row> find(String id) {
        return session.handle()
                .createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The first decision at or behind an id. */
    Optional<Row> atOrBehind(String id) {
        return session.handle()
                .createQuery(SELECT + " WHERE id >= :id ORDER BY id LIMIT 1")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The decisions of a log behind a leaf, in the order of their leaves. */
    List<Row> behind(long log, long leaf, int most) {
        return session.handle()
                .createQuery(SELECT + " WHERE log = :log AND leaf > :leaf ORDER BY leaf LIMIT :most")
                .bind("log", log)
                .bind("leaf", leaf)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list();
    }

    /**
     * The decisions of a log that were recorded before a moment, and later than another or at it behind a leaf; by moment and leaf.
     */
    List<Row> between(long log, Instant from, long leaf, Instant to, int most) {
        return within(BETWEEN, log, from, to)
                .bind("leaf", leaf)
                .bind("most", most)
                .map((row, context) -> row(row))
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
    Optional<Decision> open(Row row) {
        return open(row, payload -> new Decision(row.header(), DecisionContent.of(payload)));
    }

    /** The decision of a row as it was logged; empty when its citizen was erased since. */
    Optional<LoggedRecord> logged(Row row) {
        return open(
                row,
                payload -> new LoggedRecord(
                        row.sealed().log(), row.sealed().leaf(), payload.salt(), record(row, payload)));
    }

    private static byte[] record(Row row, SealedPayload payload) {
        return Decision.record(row.header(), DecisionContent.of(payload));
    }

    /** Every decision, as it ought to be found in the log. */
    void each(Consumer<ExpectedLeaf> consumer) {
        try (Stream<Row> all = session
                .handle()
                .createQuery(SELECT + " ORDER BY citizen, id")
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> row(row))
                .stream()) {
            all.forEach(row -> consumer.accept(session.logged(
                    "decision " + row.header().id(),
                    row.header().citizen(),
                    row.header().address(),
                    row.sealed(),
                    payload -> record(row, payload))));
        }
    }

    private <T> Optional<T> open(Row row, Function<SealedPayload, T> reading) {
        return session.open(row.header().citizen(), row.header().address(), row.sealed(), reading);
    }

    static Row row(ResultSet row) throws SQLException {
        DecisionHeader header = new DecisionHeader(
                row.getString("id"),
                row.getString("scheme"),
                row.getString("citizen"),
                row.getString("revision"),
                instant(row, "as_of"),
                instant(row, "known_at"),
                new DossierVersion(row.getLong("dossier_position"), row.getLong("enrolment_position")),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
        return new Row(header, Sealed.of(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return EpochMicros.instant(row.getLong(column));
    }
}
