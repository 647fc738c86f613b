package org.daylight.log;

import java.nio.file.Path;
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

    public static void alter(Path file, String table, String change) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String trigger : triggers(statement, table)) {
                statement.execute("DROP TRIGGER " + trigger);
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
