package org.daylight.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Alters a database file as somebody with full access to it can: past the triggers. */
public final class ByHand {
    private ByHand() {}

    /**
     * Runs the change.
     *
     * @param url of the database, SQLite or PostgreSQL
     */
    public static void alter(String url, String table, String change) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (url.startsWith("jdbc:sqlite:")) {
                statement.execute("PRAGMA foreign_keys = OFF");
                statement.execute("PRAGMA ignore_check_constraints = ON");
                for (String trigger : triggers(statement, table)) {
                    statement.execute("DROP TRIGGER " + trigger);
                }
            } else {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
            }
            if (statement.executeUpdate(change) == 0) {
                throw new AssertionError("nothing was altered: " + change);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static List<String> triggers(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '" + table + "'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
