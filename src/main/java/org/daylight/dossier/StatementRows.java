package org.daylight.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.RecordSession;
import org.daylight.records.SealedTable;
import org.daylight.store.EpochMicros;
import org.daylight.store.InClause;
import org.daylight.store.TableColumns;
import org.daylight.vault.RecordAddress;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The tables {@code statement} and {@code statement_key}. */
record StatementRows(RecordSession session) {
    static final SealedTable<StoredStatement.Header, StoredStatement.Content> TABLE = new SealedTable<>(
            TableColumns.of(
                    "statement",
                    StoredStatement.Header.class,
                    "citizen, scheme, position, kind, valid_at, recorded_at, recorded_by, revision"),
            List.of("citizen", "scheme", "position"),
            "statement %3$s of `%1$s` in `%2$s`",
            StoredStatement.Content::of,
            (header, content) -> new StoredStatement(header, content).canonical());

    private static final String OF_KIND =
            TABLE.select() + " WHERE citizen = :citizen AND scheme = :scheme AND +position <= :position AND kind = ";

    /**
     * One SELECT for each kind, so that each reads a range of the index by time. Three things keep the planner from walking all
     * positions instead, with the events outside the look-back among them: the plus, sorting elsewhere, and a condition on the time
     * also where all are wanted.
     */
    static final String UP_TO = OF_KIND + "'FACT' AND valid_at >= :always UNION ALL " + OF_KIND
            + "'RETRACTION' AND valid_at >= :always UNION ALL " + OF_KIND + "'EVENT' AND valid_at >= :since";

    private static final HexFormat HEX = HexFormat.of();

    /**
     * A stored statement, which may be erased.
     *
     * @param statement null when its citizen was erased since
     */
    record Stored(StoredStatement.Header header, @Nullable StoredStatement statement) {
        boolean isAbout(Envelope envelope) {
            return header.citizen().equals(envelope.citizen())
                    && header.scheme().equals(envelope.scheme());
        }

        boolean isErased() {
            return statement == null;
        }

        StoredStatement requireStatement() {
            if (statement == null) {
                throw new IllegalStateException("an erased statement was let through");
            }
            return statement;
        }
    }

    /** The stored ones among the statements with these keys. */
    Map<StatementKey, Stored> find(Collection<StatementKey> keys) {
        Map<String, StatementKey> blinded = new HashMap<>();
        keys.forEach(key -> blinded.put(HEX.formatHex(blind(session, key)), key));
        Map<StatementKey, Stored> stored = new HashMap<>();
        InClause.each(blinded.keySet(), chunk -> {
            Query query = session.handle()
                    .createQuery("SELECT " + TABLE.names() + ", hmac FROM statement_key"
                            + " JOIN statement USING (citizen, scheme, position) WHERE hmac IN (" + chunk.marks("?")
                            + ")");
            chunk.bind(query, hmac -> List.of(HEX.parseHex(hmac)));
            query.map((rows, context) -> Map.entry(
                            HEX.formatHex(rows.getBytes("hmac")), TABLE.row().map(rows, context)))
                    .list()
                    .forEach(row -> stored.put(blinded.get(row.getKey()), stored(row.getValue())));
        });
        return stored;
    }

    private Stored stored(SealedTable.Row<StoredStatement.Header> row) {
        return new Stored(row.header(), open(row).orElse(null));
    }

    private Optional<StoredStatement> open(SealedTable.Row<StoredStatement.Header> row) {
        return TABLE.open(session, row, StoredStatement::new);
    }

    /**
     * The statements at positions up to the given one, in the order of their positions, without those that were erased.
     *
     * @param eventsSince events that occurred before it are left out, unread; null for none. Facts and retractions are all
     *     read, as an old one may still hold
     */
    List<StoredStatement> upTo(String scheme, String citizen, long position, @Nullable Instant eventsSince) {
        return session
                .handle()
                .createQuery(UP_TO)
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .bind("position", position)
                .bind("always", Long.MIN_VALUE)
                .bind("since", eventsSince == null ? Long.MIN_VALUE : EpochMicros.of(eventsSince))
                .map(TABLE.row())
                .list()
                .stream()
                .sorted(Comparator.comparingLong(row -> row.header().position()))
                .flatMap(row -> open(row).stream())
                .toList();
    }

    /** Hands over the leaf that each statement ought to have. */
    void each(Consumer<ExpectedLeaf> consumer) {
        TABLE.each(
                session,
                (header, content) -> isFoundBy(content.key(), header)
                        ? Optional.empty()
                        : Optional.of(
                                "it is not found by its source and id any more, so that it could be stated twice"),
                consumer);
    }

    private boolean isFoundBy(StatementKey key, StoredStatement.Header header) {
        return session.handle()
                        .select(
                                "SELECT count(*) FROM statement_key"
                                        + " WHERE hmac = ? AND citizen = ? AND scheme = ? AND position = ?",
                                blind(session, key),
                                header.citizen(),
                                header.scheme(),
                                header.position())
                        .mapTo(long.class)
                        .one()
                == 1;
    }

    /** The value that stands for a key in {@code statement_key}, which shows neither source nor id. */
    static byte[] blind(RecordSession session, StatementKey key) {
        return session.blind(RecordAddress.of("statement_key", key.source(), key.id()));
    }
}
