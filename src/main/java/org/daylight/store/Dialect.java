package org.daylight.store;

import java.io.Closeable;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;

/** The differences between database products. */
interface Dialect {
    static Dialect of(String url, Login login) {
        if (url.startsWith(Sqlite.PREFIX)) {
            return new Sqlite(url);
        }
        if (url.startsWith(Postgres.PREFIX)) {
            return new Postgres(url, login);
        }
        throw new StoreFailureException("cannot use `" + Discreet.text(url) + "` as the database: it must start with `"
                + Sqlite.PREFIX + "` or `" + Postgres.PREFIX + "`");
    }

    /** The address as it may be shown: without what follows the question mark. */
    String shown();

    /**
     * Keeps other processes from writing, where the product does not keep order among them itself, until the answer is closed.
     *
     * @throws StoreFailureException when another one is there
     */
    Closeable excludeOtherWriters();

    /** Makes sure that the database is there and is one, or says in a {@link StoreFailureException} why not. */
    void prepare();

    /** Makes nothing, and throws a {@link StoreFailureException} when the database is not there. */
    void requireExisting();

    /** The reason why an open database is not where it was, fit for anybody to read; empty where only the database could tell. */
    Optional<String> whyMissing();

    DataSource writing();

    DataSource reading();

    /** The command that makes a connection refuse to write. */
    String forbidWriting();

    /** Takes out of the files what was deleted or replaced in a table. */
    void scrub(Handle handle, String table);

    /** The folder of resources with the product's migrations. */
    String migrations();

    /** Lets the migrations in, through connections of the given kind. */
    default FluentConfiguration connect(FluentConfiguration flyway, DataSource connections) {
        return flyway.dataSource(connections);
    }

    /**
     * Makes the connection the only one that holds the name, while it lasts.
     *
     * @throws StoreFailureException when another one holds it and does not let go
     */
    void claim(Handle handle, String name);

    /** In a transaction just begun: waits until no other process writes, and finds the mark they left. */
    WriteTurn takeTurn(Handle handle);

    /** The outcome of a turn whose commit failed, asked on a new connection. */
    CommitStatus commitStatus(Handle handle, WriteTurn turn);

    /** Whether a commit that failed so may be kept all the same. */
    boolean mayBeKept(SQLException failed);
}
