package org.daylight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps a connection's prepared statements to be run again: for a small row SQLite takes as long to prepare an INSERT as to run it.
 * There are as many as there are different texts, and those are written in the code.
 */
final class StatementCache extends DefaultStatementBuilder {
    private final Map<String, PreparedStatement> idle = new HashMap<>();
    private final IdentityHashMap<Statement, String> running = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement cached = idle.remove(sql);
        PreparedStatement statement = cached == null ? super.create(connection, sql, context) : cached;
        running.put(statement, sql);
        return statement;
    }

    /** @param template the text with named parameters, from which the statement's own was made */
    @Override
    public void close(Connection connection, String template, Statement statement) throws SQLException {
        String sql = running.remove(statement);
        if (sql == null || statement.isClosed() || idle.containsKey(sql)) {
            super.close(connection, template, statement);
            return;
        }
        PreparedStatement prepared = (PreparedStatement) statement;
        prepared.clearParameters();
        idle.put(sql, prepared);
    }

    /** The statements end with their connection. */
    @Override
    public void close(Connection connection) {
        idle.clear();
        running.clear();
    }
}
