package org.daylight.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.RecordSession;
import org.daylight.records.Sealed;
import org.daylight.scheme.Statement;
import org.daylight.store.EpochMicros;
import org.daylight.store.InClause;
import org.daylight.vault.RecordAddress;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The tables {@code statement} and {@code statement_key}. */
final class StatementRows {
    static final String ROW = "citizen, scheme, position, kind, valid_at, recorded_at, recorded_by, revision";
    private static final String ARM = "SELECT " + ROW + ", " + Sealed.COLUMNS + " FROM statement"
            + " WHERE citizen = :citizen AND scheme = :scheme AND +position <= :position AND kind = ";

    /**
     * One arm for each kind, so that each is a range of the index by time. The plus, sorting elsewhere, and a range also where all
     * are wanted, keep the planner from walking all positions instead, the events outside the look-back among them.
     */
    static final String UP_TO = ARM + "'FACT' AND valid_at >= :always UNION ALL " + ARM
            + "'RETRACTION' AND valid_at >= :always UNION ALL " + ARM + "'EVENT' AND valid_at >= :since";

    private static final int ROWS_AT_ONCE = 1000;
    private static final HexFormat HEX = HexFormat.of();

    private final RecordSession session;

    StatementRows(RecordSession session) {
        this.session = session;
    }

    /**
     * A stored statement.
     *
     * @param kept null when its citizen was erased since
     */
    record Stored(StoredStatement.Row row, @Nullable StoredStatement kept) {
        boolean isAbout(Envelope envelope) {
            return row.citizen().equals(envelope.citizen()) && row.scheme().equals(envelope.scheme());
        }

        boolean isErased() {
            return kept == null;
        }

        StoredStatement whole() {
            if (kept == null) {
                throw new IllegalStateException("an erased statement was let through");
            }
            return kept;
        }
    }

    private record Found(StoredStatement.Row row, Sealed sealed) {}

    /** Those of the statements that were stored, by their keys. */
    Map<StatementKey, Stored> find(Collection<StatementKey> keys) {
        Map<String, StatementKey> blinded = new HashMap<>();
        keys.forEach(key -> blinded.put(HEX.formatHex(blind(session, key)), key));
        Map<StatementKey, Stored> stored = new HashMap<>();
        InClause.each(blinded.keySet(), chunk -> {
            Query query = session.handle()
                    .createQuery("SELECT k.hmac, s.citizen, s.scheme, s.position, s.kind, s.valid_at, s.recorded_at,"
                            + " s.recorded_by, s.revision, s.key_version, s.sealed, s.log, s.leaf"
                            + " FROM statement_key k JOIN statement s"
                            + " ON s.citizen = k.citizen AND s.scheme = k.scheme AND s.position = k.position"
                            + " WHERE k.hmac IN (" + chunk.marks("?") + ")");
            chunk.bind(query, hmac -> List.of(HEX.parseHex(hmac)));
            query.map((rows, context) -> Map.entry(HEX.formatHex(rows.getBytes("hmac")), found(rows)))
                    .list()
                    .forEach(found -> stored.put(blinded.get(found.getKey()), opened(found.getValue())));
        });
        return stored;
    }

    private Stored opened(Found found) {
        return new Stored(found.row(), open(found).orElse(null));
    }

    /**
     * The statements at positions up to the given one, in their order, without those that were erased.
     *
     * @param eventsSince events that occurred before it are left out, unread; null for none. Facts and retractions are all
     *     read, as an old one may still hold
     */
    List<StoredStatement> upTo(String scheme, String citizen, long position, @Nullable Instant eventsSince) {
        List<Found> found = session
                .handle()
                .createQuery(UP_TO)
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .bind("position", position)
                .bind("always", Long.MIN_VALUE)
                .bind("since", eventsSince == null ? Long.MIN_VALUE : EpochMicros.of(eventsSince))
                .map((rows, context) -> found(rows))
                .stream()
                .sorted(Comparator.comparingLong(each -> each.row().position()))
                .toList();
        List<StoredStatement> kept = new ArrayList<>(found.size());
        found.forEach(each -> open(each).ifPresent(kept::add));
        return kept;
    }

    /** Every statement, as it ought to be found in the log. */
    void each(Consumer<ExpectedLeaf> consumer) {
        try (Stream<ExpectedLeaf> all = session
                .handle()
                .createQuery("SELECT " + ROW + ", " + Sealed.COLUMNS + " FROM statement"
                        + " ORDER BY citizen, scheme, position")
                .setFetchSize(ROWS_AT_ONCE)
                .map((rows, context) -> logged(rows))
                .stream()) {
            all.forEach(consumer);
        }
    }

    private ExpectedLeaf logged(ResultSet rows) throws SQLException {
        String name = "statement " + rows.getLong("position") + " of `" + rows.getString("citizen") + "` in `"
                + rows.getString("scheme") + "`";
        try {
            return logged(name, found(rows));
        } catch (IllegalArgumentException noKind) {
            return ExpectedLeaf.altered(name, rows.getLong("log"), rows.getLong("leaf"), "its kind is none");
        }
    }

    private ExpectedLeaf logged(String name, Found found) {
        StoredStatement.Row row = found.row();
        StatementKey[] key = {null};
        ExpectedLeaf logged = session.logged(name, row.citizen(), row.place(), found.sealed(), payload -> {
            StoredStatement statement = new StoredStatement(row, StoredStatement.Body.of(payload));
            key[0] = statement.body().key();
            return statement.record();
        });
        return key[0] == null || isFoundBy(key[0], row)
                ? logged
                : ExpectedLeaf.altered(
                        name,
                        logged.log(),
                        logged.leaf(),
                        "it is not found by its source and id any more, so that it could be stated twice");
    }

    private boolean isFoundBy(StatementKey key, StoredStatement.Row row) {
        return session.handle()
                        .createQuery("SELECT count(*) FROM statement_key WHERE hmac = :hmac AND citizen = :citizen"
                                + " AND scheme = :scheme AND position = :position")
                        .bind("hmac", blind(session, key))
                        .bind("citizen", row.citizen())
                        .bind("scheme", row.scheme())
                        .bind("position", row.position())
                        .mapTo(long.class)
                        .one()
                == 1;
    }

    private Optional<StoredStatement> open(Found found) {
        StoredStatement.Row row = found.row();
        return session.open(
                row.citizen(),
                row.place(),
                found.sealed(),
                payload -> new StoredStatement(row, StoredStatement.Body.of(payload)));
    }

    static byte[] blind(RecordSession session, StatementKey key) {
        return session.blind(RecordAddress.of("statement_key", key.source(), key.id()));
    }

    private static Found found(ResultSet rows) throws SQLException {
        StoredStatement.Row row = new StoredStatement.Row(
                rows.getString("citizen"),
                rows.getString("scheme"),
                rows.getLong("position"),
                Statement.Kind.valueOf(rows.getString("kind")),
                EpochMicros.instant(rows.getLong("valid_at")),
                EpochMicros.instant(rows.getLong("recorded_at")),
                rows.getString("recorded_by"),
                rows.getString("revision"));
        return new Found(row, Sealed.of(rows));
    }
}
