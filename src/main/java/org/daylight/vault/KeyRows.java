package org.daylight.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.daylight.store.InClause;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code master_key} and {@code citizen_key}. */
record KeyRows(Handle handle) {
    static final String TABLE = "citizen_key";

    private static final String KEY = "SELECT citizen, version, master, wrapped FROM citizen_key";

    /** The index key as one master key wraps it. */
    record Master(long version, WrappedKey indexKey) {}

    /**
     * A citizen's key.
     *
     * @param wrapped null once destroyed
     */
    record Row(
            String citizen,
            long version,
            long master,
            @Nullable WrappedKey wrapped) {
        RecordAddress address() {
            return RecordAddress.of("citizen_key", citizen, Long.toString(version));
        }
    }

    List<Master> masters() {
        return handle.createQuery("SELECT version, index_key FROM master_key ORDER BY version")
                .map((rows, context) -> new Master(rows.getLong("version"), new WrappedKey(rows.getBytes("index_key"))))
                .list();
    }

    void insert(Master master, Instant at) {
        handle.execute(
                "INSERT INTO master_key (version, index_key, created_at) VALUES (?, ?, ?)",
                master.version(),
                master.indexKey().bytes(),
                at);
    }

    void deleteMaster(long version) {
        handle.execute("DELETE FROM master_key WHERE version = ?", version);
    }

    Optional<Row> find(String citizen, long version) {
        return handle.select(KEY + " WHERE citizen = ? AND version = ?", citizen, version)
                .map(KeyRows::row)
                .findOne();
    }

    Optional<Row> latest(String citizen) {
        return handle.select(KEY + " WHERE citizen = ? ORDER BY version DESC LIMIT 1", citizen)
                .map(KeyRows::row)
                .findOne();
    }

    /** The latest key of each citizen who has any. */
    Collection<Row> latest(Collection<String> citizens) {
        Map<String, Row> latest = new LinkedHashMap<>();
        InClause.each(citizens, chunk -> {
            Query query = handle.createQuery(KEY + " WHERE citizen IN (" + chunk.marks("?") + ") ORDER BY version");
            chunk.bind(query, List::of);
            query.map(KeyRows::row).forEach(row -> latest.put(row.citizen(), row));
        });
        return latest.values();
    }

    void insert(Row row, Instant at) {
        handle.execute(
                "INSERT INTO citizen_key (citizen, version, master, wrapped, created_at) VALUES (?, ?, ?, ?, ?)",
                row.citizen(),
                row.version(),
                row.master(),
                bytes(row),
                at);
    }

    /** Destroys all keys that a citizen still has, and returns their number. */
    int destroy(String citizen, Instant at) {
        return handle.execute(
                "UPDATE citizen_key SET wrapped = NULL, destroyed_at = ? WHERE citizen = ? AND wrapped IS NOT NULL",
                at,
                citizen);
    }

    /** Keys wrapped by this master key, after the given one in the order of citizen and version. */
    List<Row> wrappedBy(long master, String afterCitizen, long afterVersion, int limit) {
        return handle.select(
                        KEY + " WHERE (citizen, version) > (?, ?) AND master = ? AND wrapped IS NOT NULL"
                                + " ORDER BY citizen, version LIMIT ?",
                        afterCitizen,
                        afterVersion,
                        master,
                        limit)
                .map(KeyRows::row)
                .list();
    }

    long countWrappedBy(long master) {
        return handle.select("SELECT count(*) FROM citizen_key WHERE master = ? AND wrapped IS NOT NULL", master)
                .mapTo(long.class)
                .one();
    }

    void rewrap(Row row) {
        handle.execute(
                "UPDATE citizen_key SET master = ?, wrapped = ? WHERE citizen = ? AND version = ?",
                row.master(),
                bytes(row),
                row.citizen(),
                row.version());
    }

    private static byte[] bytes(Row row) {
        return Objects.requireNonNull(row.wrapped()).bytes();
    }

    private static Row row(ResultSet rows, StatementContext context) throws SQLException {
        byte[] wrapped = rows.getBytes("wrapped");
        return new Row(
                rows.getString("citizen"),
                rows.getLong("version"),
                rows.getLong("master"),
                wrapped == null ? null : new WrappedKey(wrapped));
    }
}
