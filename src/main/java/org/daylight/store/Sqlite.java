package org.daylight.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite in one file, with a write-ahead log that is synced at every commit. */
final class Sqlite implements Dialect {
    static final String PREFIX = "jdbc:sqlite:";

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final String url;
    private final Path file;

    Sqlite(String url) {
        this.url = url;
        this.file = Path.of(url.substring(PREFIX.length()));
        if (file.toString().startsWith(":") || file.toString().isEmpty()) {
            throw new StoreFailure("cannot use `" + url + "` as the database: it must name a file");
        }
    }

    @Override
    public void prepare() {
        Path directory = file.toAbsolutePath().getParent();
        try {
            if (directory != null) {
                Files.createDirectories(directory);
            }
        } catch (IOException refused) {
            throw new StoreFailure("cannot make the data directory `" + directory + "`: " + refused, refused);
        }
        if (directory != null && !Files.isWritable(directory)) {
            throw new StoreFailure("cannot write to the data directory `" + directory + "`");
        }
        try (Connection connection = writing().getConnection();
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            if (!mode.next() || !"wal".equals(mode.getString(1))) {
                throw new StoreFailure("cannot keep a write-ahead log in `" + directory + "`");
            }
        } catch (SQLException refused) {
            throw new StoreFailure("cannot use `" + file + "` as the database: " + refused.getMessage(), refused);
        }
    }

    @Override
    public DataSource writing() {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // Without it REPLACE would delete a row past the triggers that refuse to.
        config.enableRecursiveTriggers(true);
        // Takes the write lock at once: a lock upgraded midway could fail a group that was already half run.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return dataSource(config);
    }

    @Override
    public DataSource reading() {
        return dataSource(common());
    }

    @Override
    public String forbidWriting() {
        return "PRAGMA query_only = ON";
    }

    @Override
    public List<String> migrations() {
        return List.of("db/sqlite/V1__ledger.sql", "db/sqlite/V2__log.sql");
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config;
    }

    private DataSource dataSource(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }
}
