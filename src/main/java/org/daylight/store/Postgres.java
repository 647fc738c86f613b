package org.daylight.store;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, which several processes may share: each group of one of them takes its turn. */
final class Postgres implements Dialect {
    static final String PREFIX = "jdbc:postgresql:";

    private static final int OLDEST_MAJOR_VERSION = 13;
    private static final int CONNECT_TIMEOUT_SECONDS = 10;
    private static final int CLAIM_TIMEOUT_SECONDS = 5;
    /** Whatever the server's defaults are: a commit is synced, and a statement sees what was committed before it. */
    private static final String SESSION = "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed";

    private final String url;
    private final Login login;

    Postgres(String url, Login login) {
        this.url = url;
        this.login = login;
        try {
            dataSource();
        } catch (IllegalArgumentException malformed) {
            throw new StoreFailureException(
                    "cannot use `" + shown() + "` as the database: it must look like `" + PREFIX
                            + "//host:5432/database`",
                    malformed);
        }
    }

    @Override
    public String shown() {
        int parameters = url.indexOf('?');
        return Discreet.text(parameters < 0 ? url : url.substring(0, parameters));
    }

    /** Nothing to do: the processes take turns. */
    @Override
    public Closeable excludeOtherWriters() {
        return () -> {};
    }

    @Override
    public void prepare() {
        try (Connection connection = writing().getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_MAJOR_VERSION) {
                throw unusable("PostgreSQL " + version + " is older than " + OLDEST_MAJOR_VERSION);
            }
            if (!"on".equals(setting(connection, "fsync"))) {
                throw unusable("its `fsync` is off, so it could lose what it says is kept");
            }
            if (!"UTF8".equals(setting(connection, "server_encoding"))) {
                throw unusable("its encoding is not UTF8");
            }
        } catch (SQLException refused) {
            throw new StoreFailureException(
                    "cannot use `" + shown() + "` as the database: " + refused.getMessage(), refused);
        }
    }

    private StoreFailureException unusable(String why) {
        return new StoreFailureException("cannot use `" + shown() + "` as the database: " + why);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The server tells when it is asked for a connection. */
    @Override
    public void requireExisting() {}

    @Override
    public Optional<String> whyMissing() {
        return Optional.empty();
    }

    @Override
    public DataSource writing() {
        PGSimpleDataSource source = dataSource();
        source.setReWriteBatchedInserts(true);
        return source;
    }

    @Override
    public DataSource reading() {
        return dataSource();
    }

    @Override
    public String forbidWriting() {
        return "SET default_transaction_read_only = on";
    }

    /** Until its table is vacuumed, the row as it was is still in the file, though nobody can see it. */
    @Override
    public void scrub(Handle handle, String table) {
        handle.execute("VACUUM " + table);
    }

    @Override
    public String migrations() {
        return "db/postgresql/";
    }

    /**
     * By the address as it was given: into that of a source's connection the driver writes all its properties, some 80, and
     * Flyway searches it for passwords in a tenth of a second at each opening.
     */
    @Override
    public FluentConfiguration connect(FluentConfiguration flyway, DataSource connections) {
        String discreet = url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
        return flyway.dataSource(discreet, login.user(), login.password());
    }

    /** A session's lock. It waits a while, because the server may not notice at once that the last holder was killed. */
    @Override
    public void claim(Handle handle, String name) {
        handle.execute("SET lock_timeout = '" + CLAIM_TIMEOUT_SECONDS + "s'");
        try {
            handle.select("SELECT CAST(pg_advisory_lock(hashtextextended(?, 0)) AS text)", name)
                    .mapTo(String.class)
                    .one();
        } catch (JdbiException refused) {
            throw new StoreFailureException(
                    "another process that shares this database has claimed `" + name + "`: each needs one of its own",
                    refused);
        }
        handle.execute("SET lock_timeout = 0");
    }

    /** The row's lock lasts until the group is committed, and the statements after it see what the turns before it did. */
    @Override
    public WriteTurn takeTurn(Handle handle) {
        return handle.createQuery("SELECT recorded_at, CAST(pg_current_xact_id() AS text) AS transaction"
                        + " FROM recording FOR UPDATE")
                .map((row, context) -> new WriteTurn(row.getLong("recorded_at"), row.getString("transaction")))
                .one();
    }

    @Override
    public CommitStatus commitStatus(Handle handle, WriteTurn turn) {
        String status = handle.select(
                        "SELECT coalesce(pg_xact_status(CAST(? AS xid8)), 'forgotten')", turn.transaction())
                .mapTo(String.class)
                .one();
        return switch (status) {
            case "committed" -> CommitStatus.KEPT;
            case "aborted" -> CommitStatus.LOST;
            default -> CommitStatus.UNKNOWN;
        };
    }

    /** A refusal comes before the commit; after silence, and with the states listed here, nobody knows. */
    @Override
    public boolean mayBeKept(SQLException failed) {
        String state = failed.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("XX");
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (login.user() != null) {
            source.setUser(login.user());
        }
        if (login.password() != null) {
            source.setPassword(login.password());
        }
        source.setOptions(source.getOptions() == null ? SESSION : source.getOptions() + " " + SESSION);
        source.setApplicationName("daylight");
        // The detail quotes the row that was refused, which is personal.
        source.setLogServerErrorDetail(false);
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }
}
