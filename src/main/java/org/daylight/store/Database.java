package org.daylight.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** An open, migrated database: a pool for reading, and connections for the one {@link GroupWriter}. */
public final class Database implements AutoCloseable {
    /** Whoever waits longer for a connection is told that the store is away. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 3_000;

    private static final long VALIDATION_TIMEOUT_MILLIS = 2_000;

    private final Dialect dialect;
    private final Closeable writeLock;
    private final HikariDataSource pool;
    private final Jdbi reading;
    private final Jdbi writing;

    private Database(Dialect dialect, Closeable writeLock, HikariDataSource pool) {
        this.dialect = dialect;
        this.writeLock = writeLock;
        this.pool = pool;
        this.reading = configured(Jdbi.create(pool));
        this.writing = configured(Jdbi.create(dialect.writing()));
        this.writing.setStatementBuilderFactory(connection -> new StatementCache());
    }

    /** Opens a database that asks for no login. */
    public static Database open(String url) {
        return open(url, Login.NONE);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param url {@code jdbc:sqlite:data/daylight.db}, whose directories are made when missing, or
     *     {@code jdbc:postgresql://host/database}
     * @throws StoreFailureException when it cannot be used, saying what is in the way
     */
    public static Database open(String url, Login login) {
        Dialect dialect = Dialect.of(url, login);
        Closeable writeLock = dialect.excludeOtherWriters();
        try {
            dialect.prepare();
            return open(dialect, writeLock, Migrations::run);
        } catch (RuntimeException unusable) {
            release(writeLock);
            throw unusable;
        }
    }

    /**
     * Opens a database as it is, only to read, beside a process that writes to it.
     *
     * @throws StoreFailureException when it is not there, or its tables are not those of this version
     */
    public static Database openForReading(String url, Login login) {
        Dialect dialect = Dialect.of(url, login);
        dialect.requireExisting();
        return open(dialect, () -> {}, Migrations::check);
    }

    private static Database open(Dialect dialect, Closeable writeLock, Consumer<Dialect> migrations) {
        try {
            migrations.accept(dialect);
            return new Database(dialect, writeLock, pool(dialect));
        } catch (FlywayException | PoolInitializationException refused) {
            throw new StoreFailureException(
                    "cannot use `" + dialect.shown() + "` as the database: " + Discreet.text(deepest(refused)),
                    refused);
        }
    }

    private static void release(Closeable writeLock) {
        try {
            writeLock.close();
        } catch (IOException alreadyGone) {
            // The process's end lets go of it at the latest.
        }
    }

    /** Connections that can only read. They see what a {@link GroupWriter#write} that returned has stored. */
    public Jdbi reading() {
        return reading;
    }

    /**
     * Takes out of the database's files what was deleted or replaced in a table.
     *
     * @throws StoreFailureException when reading never pauses meanwhile; it may be tried again
     */
    public void scrub(String table) {
        try (Handle handle = writing.open()) {
            dialect.scrub(handle, table);
        }
    }

    /** Reads through new connections from now on: one that met damage goes on seeing it when the file is whole again. */
    void renewReading() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    Dialect dialect() {
        return dialect;
    }

    /** A connection that can write; the writer holds one at a time. */
    Handle openForWriting() {
        return writing.open();
    }

    @Override
    public void close() {
        pool.close();
        release(writeLock);
    }

    private static HikariDataSource pool(Dialect dialect) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("reading");
        config.setDataSource(dialect.reading());
        config.setConnectionInitSql(dialect.forbidWriting());
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setValidationTimeout(VALIDATION_TIMEOUT_MILLIS);
        config.setMaximumPoolSize(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
        return new HikariDataSource(config);
    }

    /** Values bound to a statement are personal; they have no place in an exception's message. */
    private static Jdbi configured(Jdbi jdbi) {
        EpochMicros.register(jdbi);
        jdbi.configure(
                StatementExceptions.class,
                exceptions -> exceptions.setMessageRendering(StatementExceptions.MessageRendering.NONE));
        return jdbi;
    }

    private static String deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
