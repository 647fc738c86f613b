package org.daylight.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** An open, migrated database: a pool for reading, and connections for the one {@link GroupWriter}. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi reading;
    private final Jdbi writing;

    private Database(Dialect dialect, HikariDataSource pool) {
        this.pool = pool;
        this.reading = discreet(Jdbi.create(pool));
        this.writing = discreet(Jdbi.create(dialect.writing()));
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param url such as {@code jdbc:sqlite:data/daylight.db}; missing directories are made
     * @throws StoreFailure when it cannot be used, saying what is in the way
     */
    public static Database open(String url) {
        Dialect dialect = Dialect.of(url);
        dialect.prepare();
        try {
            Migrations.run(dialect);
            return new Database(dialect, pool(dialect));
        } catch (FlywayException | PoolInitializationException refused) {
            throw new StoreFailure("cannot use `" + url + "` as the database: " + deepest(refused), refused);
        }
    }

    /** Connections that can only read; what a returned {@link GroupWriter#write} stored is visible to them. */
    public Jdbi reading() {
        return reading;
    }

    /** A connection that can write; the writer holds one at a time. */
    Handle openForWriting() {
        return writing.open();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource pool(Dialect dialect) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("reading");
        config.setDataSource(dialect.reading());
        config.setConnectionInitSql(dialect.forbidWriting());
        config.setMaximumPoolSize(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
        return new HikariDataSource(config);
    }

    /** What is bound to a statement is personal; it has no place in an exception's message. */
    private static Jdbi discreet(Jdbi jdbi) {
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
