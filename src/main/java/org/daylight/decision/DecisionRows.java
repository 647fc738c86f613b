package org.daylight.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.LoggedRecord;
import org.daylight.records.RecordSession;
import org.daylight.records.SealedPayload;
import org.daylight.records.SealedTable;
import org.daylight.records.SealedTable.Row;
import org.daylight.store.TableColumns;
import org.jdbi.v3.core.statement.Query;

/** The table {@code decision}. */
record DecisionRows(RecordSession session) {
    private static final SealedTable<DecisionHeader, DecisionContent> TABLE = new SealedTable<>(
            TableColumns.of(
                    "decision",
                    DecisionHeader.class,
                    "citizen, id, scheme, revision, as_of, known_at, dossier_position, enrolment_position, recorded_at,"
                            + " recorded_by"),
            List.of("citizen", "id"),
            "decision %2$s",
            DecisionContent::of,
            Decision::record);

    static final String BETWEEN = TABLE.select() + " WHERE log = :log AND (recorded_at, leaf) > (:from, :leaf)"
            + " AND recorded_at < :to ORDER BY recorded_at, leaf LIMIT :most";

    static final String COUNT =
            "SELECT count(*) FROM decision WHERE log = :log AND recorded_at >= :from AND recorded_at < :to";

    /** @param payload the content, ready to be sealed */
    void insert(Decision decision, SealedPayload payload) {
        TABLE.insert(session, decision.header(), decision.content(), payload);
    }

    Optional<Row<DecisionHeader>> find(String id) {
        return query(TABLE.select() + " WHERE id = :id")
                .bind("id", id)
                .map(TABLE.row())
                .findOne();
    }

    /** The first decision at or behind an id. */
    Optional<Row<DecisionHeader>> atOrBehind(String id) {
        return query(TABLE.select() + " WHERE id >= :id ORDER BY id LIMIT 1")
                .bind("id", id)
                .map(TABLE.row())
                .findOne();
    }

    /** The decisions of a log behind a leaf, in the order of their leaves. */
    List<Row<DecisionHeader>> behind(long log, long leaf, int most) {
        return query(TABLE.select() + " WHERE log = :log AND leaf > :leaf ORDER BY leaf LIMIT :most")
                .bind("log", log)
                .bind("leaf", leaf)
                .bind("most", most)
                .map(TABLE.row())
                .list();
    }

    /**
     * The decisions of a log that were recorded before a moment, and later than another or at it behind a leaf; by moment and leaf.
     */
    List<Row<DecisionHeader>> between(long log, Instant from, long leaf, Instant to, int most) {
        return within(BETWEEN, log, from, to)
                .bind("leaf", leaf)
                .bind("most", most)
                .map(TABLE.row())
                .list();
    }

    /** How many decisions of a log were recorded from a moment on and before another. */
    long count(long log, Instant from, Instant to) {
        return within(COUNT, log, from, to).mapTo(long.class).one();
    }

    private Query within(String query, long log, Instant from, Instant to) {
        return query(query).bind("log", log).bind("from", from).bind("to", to);
    }

    private Query query(String query) {
        return session.handle().createQuery(query);
    }

    /** The decision of a row; empty when its citizen was erased since. */
    Optional<Decision> open(Row<DecisionHeader> row) {
        return TABLE.open(session, row, Decision::new);
    }

    /** The decision of a row as it was logged; empty when its citizen was erased since. */
    Optional<LoggedRecord> logged(Row<DecisionHeader> row) {
        return TABLE.logged(session, row);
    }

    /** Every decision, as it ought to be found in the log. */
    void each(Consumer<ExpectedLeaf> consumer) {
        TABLE.each(session, consumer);
    }
}
