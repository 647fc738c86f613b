package org.daylight.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.decision.DecisionHistory.IdRange;
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
            + " AND recorded_at < :to ORDER BY recorded_at, leaf LIMIT :limit";

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
    List<Row<DecisionHeader>> behind(long log, long leaf, int limit) {
        return query(TABLE.select() + " WHERE log = :log AND leaf > :leaf ORDER BY leaf LIMIT :limit")
                .bind("log", log)
                .bind("leaf", leaf)
                .bind("limit", limit)
                .map(TABLE.row())
                .list();
    }

    /**
     * The decisions of a log that were recorded later than {@code from}, or at it behind a leaf, and before {@code to}; in the order
     * of moments and leaves.
     */
    List<Row<DecisionHeader>> between(long log, Instant from, long leaf, Instant to, int limit) {
        return within(BETWEEN, log, from, to)
                .bind("leaf", leaf)
                .bind("limit", limit)
                .map(TABLE.row())
                .list();
    }

    /** The number of decisions of a log that were recorded from a moment on and before another. */
    long count(long log, Instant from, Instant to) {
        return within(COUNT, log, from, to).mapTo(long.class).one();
    }

    /** The ids of the first and the last decision; empty when there is none. */
    Optional<IdRange> idRange() {
        return id("min").flatMap(first -> id("max").map(last -> new IdRange(first, last)));
    }

    private Optional<String> id(String aggregate) {
        return query("SELECT " + aggregate + "(id) FROM decision")
                .mapTo(String.class)
                .findOne();
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

    /** Hands over the leaf that each decision ought to have. */
    void each(Consumer<ExpectedLeaf> consumer) {
        TABLE.each(session, consumer);
    }
}
