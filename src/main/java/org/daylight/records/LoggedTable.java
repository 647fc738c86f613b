package org.daylight.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.daylight.log.ExpectedLeaf;
import org.daylight.store.TableColumns;
import org.jdbi.v3.core.statement.Update;

/** A table of records in which nothing is personal but whose they are: their salts are kept in clear. */
public final class LoggedTable<R extends Record> {
    private static final String LOGGED = "salt, log, leaf";

    private final TableColumns<R> columns;
    private final Function<R, String> title;
    private final Function<R, byte[]> canonical;

    /**
     * @param title what a record is called when something is wrong with it
     * @param canonical makes the bytes that are logged
     */
    public LoggedTable(TableColumns<R> columns, Function<R, String> title, Function<R, byte[]> canonical) {
        this.columns = columns;
        this.title = title;
        this.canonical = canonical;
    }

    /** A query of all rows, to be followed by a condition. */
    public String select() {
        return columns.select(LOGGED);
    }

    /** A row's columns, to be selected first. */
    public String names() {
        return columns.names() + ", " + LOGGED;
    }

    /** What reads a query's rows. */
    public TableColumns<R> row() {
        return columns;
    }

    /** Keeps a record, and appends its leaf. */
    public void insert(RecordSession session, R record) {
        LoggedRecord logged = session.log(canonical.apply(record));
        Update insert = session.handle().createUpdate(columns.insert(LOGGED));
        columns.bind(insert, record);
        insert.bindMethods(logged).execute();
    }

    /** A query's row as it ought to be found in the log. */
    public ExpectedLeaf expected(ResultSet row, R record) throws SQLException {
        return new LoggedRecord(row.getLong("log"), row.getLong("leaf"), row.getBytes("salt"), canonical.apply(record))
                .expected(title.apply(record));
    }
}
