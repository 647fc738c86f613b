package org.daylight.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** SQLite in one file, with a write-ahead log that is synced at every commit. */
final class Sqlite implements Dialect {
    static final String PREFIX = "jdbc:sqlite:";

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** 64 MiB: pages that many groups change, such as an index's, are then written to the file once and not for each of them. */
    private static final int WAL_PAGES = 16_384;

    /** The writer's cache; rows of citizens come in no order, and each needs its pages of four trees. */
    private static final int CACHE_KIBIBYTES = 65_536;

    private final String url;
    private final Path file;
    private @Nullable Object opened;

    Sqlite(String url) {
        this.url = url;
        this.file = Path.of(url.substring(PREFIX.length()));
        if (file.toString().startsWith(":") || file.toString().isEmpty()) {
            throw new StoreFailureException("cannot use `" + url + "` as the database: it must name a file");
        }
    }

    @Override
    public String shown() {
        return url;
    }

    /** Makes the directory as well. */
    @Override
    public Closeable excludeOtherWriters() {
        Path directory = file.toAbsolutePath().getParent();
        try {
            if (directory != null) {
                Files.createDirectories(directory);
            }
        } catch (IOException refused) {
            throw new StoreFailureException("cannot make the data directory `" + directory + "`: " + refused, refused);
        }
        if (directory != null && !Files.isWritable(directory)) {
            throw new StoreFailureException("cannot write to the data directory `" + directory + "`");
        }
        return FileClaim.of(file);
    }

    @Override
    public void prepare() {
        try (Connection connection = writing().getConnection();
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            if (!mode.next() || !"wal".equals(mode.getString(1))) {
                throw new StoreFailureException("cannot keep a write-ahead log beside `" + file + "`");
            }
        } catch (SQLException refused) {
            throw new StoreFailureException(
                    "cannot use `" + file + "` as the database: " + refused.getMessage(), refused);
        }
        opened = identity();
    }

    /** A key that tells the file from another one of its name; null where the file system has no such key. */
    private @Nullable Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    public void requireExisting() {
        if (!Files.isRegularFile(file)) {
            throw new StoreFailureException("there is no database `" + file + "`");
        }
    }

    /**
     * A process that has the file open goes on in it when its name is gone or another file's, and what is written so is lost with the
     * process.
     */
    @Override
    public Optional<String> whyMissing() {
        if (!Files.isRegularFile(file)) {
            return Optional.of("its file is gone");
        }
        if (!Files.isReadable(file)) {
            return Optional.of("its file may not be read");
        }
        return opened == null || opened.equals(identity())
                ? Optional.empty()
                : Optional.of("its file is not the one that was opened, so the service must be started anew");
    }

    @Override
    public DataSource writing() {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // What is deleted is overwritten with zeros; a destroyed key must be gone from the file.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setWalAutocheckpoint(WAL_PAGES);
        config.setCacheSize(-CACHE_KIBIBYTES);
        // Pages as they were before a savepoint; in a file they would be written once more for each group.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setGetGeneratedKeys(false);
        // Without it REPLACE would delete a row past the triggers that refuse to.
        config.enableRecursiveTriggers(true);
        // Takes the write lock at once: a lock upgraded midway could fail a group that was already half run.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return dataSource(config);
    }

    @Override
    public DataSource reading() {
        SQLiteConfig config = common();
        // A file that has gone is missed; a new one in its place would be empty.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return dataSource(config);
    }

    @Override
    public String forbidWriting() {
        return "PRAGMA query_only = ON";
    }

    /** In the file it is overwritten with zeros already; the write-ahead log may hold pages from before. */
    @Override
    public void scrub(Handle handle, String table) {
        boolean busy = handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                .map((rows, context) -> rows.getInt("busy") != 0)
                .one();
        if (busy) {
            throw new StoreFailureException(
                    "the database is being read without a pause: its write-ahead log cannot be emptied now");
        }
    }

    @Override
    public String migrations() {
        return "db/sqlite/";
    }

    /** Nobody else writes: see {@link #excludeOtherWriters}. */
    @Override
    public void claim(Handle handle, String name) {}

    /** Its transaction took the write lock at its begin, and no other process writes. */
    @Override
    public WriteTurn takeTurn(Handle handle) {
        return handle.createQuery("SELECT recorded_at FROM recording")
                .map((row, context) -> new WriteTurn(row.getLong("recorded_at"), ""))
                .one();
    }

    @Override
    public CommitStatus commitStatus(Handle handle, WriteTurn turn) {
        return CommitStatus.UNKNOWN;
    }

    /** A log that could not be synced may have reached the disk before the error did. */
    @Override
    public boolean mayBeKept(SQLException failed) {
        return failed instanceof SQLiteException refused
                && (refused.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_IOERR.code;
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
