package org.daylight.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.daylight.log.ExpectedLeaf;
import org.daylight.store.TableColumns;
import org.jdbi.v3.core.statement.Update;

/**
 * A table of records in which nothing is personal but, at most, a citizen's id: it has their salts in clear.
 *
 * @param row its columns, which read a query's rows
 * @param title names a record in a finding
 * @param canonical makes the bytes that are logged
 */
public record LoggedTable<R extends Record>(
        TableColumns<R> row, Function<R, String> title, Function<R, byte[]> canonical) {
    private static final String LOGGED = "salt, log, leaf";

    /** A query of all rows, to be followed by a condition. */
    public String select() {
        return row.select(LOGGED);
    }

    /** A row's columns, to be selected first. */
    public String names() {
        return row.names() + ", " + LOGGED;
    }

    /** Stores a record, and appends its leaf. */
    public void insert(RecordSession session, R record) {
        LoggedRecord logged = session.log(canonical.apply(record));
        Update insert = session.handle().createUpdate(row.insert(LOGGED));
        row.bind(insert, record);
        insert.bindMethods(logged).execute();
    }

    /** The leaf that a query's row ought to have. */
    public ExpectedLeaf expected(ResultSet rows, R record) throws SQLException {
        return new LoggedRecord(
                        rows.getLong("log"), rows.getLong("leaf"), rows.getBytes("salt"), canonical.apply(record))
                .expected(title.apply(record));
    }
}
