package org.daylight.decision;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.daylight.fixture.Stores;

/**
 * Puts millions of decisions into a database by SQL: copies of those that are in it, each with an id, a citizen and a leaf of its
 * own, the leaves in a log that another process might have written. They have the sizes of real ones and fill the same tables and
 * indexes, but do not open and do not verify.
 */
final class Filler {
    /** The number of real decisions that are copied; so many must be there. */
    static final int SAMPLE = 1000;

    private static final long AT_ONCE = 500_000;
    private static final long DECISIONS_OF_EACH = 10;
    private static final long LEAVES_IN_A_TILE = 256;
    private static final long LEAVES_IN_A_GROUP = 20;

    private final Stores store;
    private final String url;

    Filler(Stores store, String url) {
        this.store = store;
        this.url = url;
    }

    /** @param decisions the number added; each ten have a citizen of their own, enrolled and with a key */
    void fill(long decisions) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(true);
            run(connection, before());
            connection.setAutoCommit(false);
            run(
                    connection,
                    List.of(
                            "INSERT INTO log_origin (log, origin, key) SELECT 2, 'other.example/log', key FROM log_origin",
                            "CREATE TEMP TABLE sample AS SELECT row_number() OVER (ORDER BY leaf) - 1 AS number, decision.*"
                                    + " FROM decision ORDER BY leaf LIMIT " + SAMPLE,
                            "CREATE UNIQUE INDEX sample_number ON sample (number)"));
            connection.commit();
            for (long from = 0; from < decisions; from += AT_ONCE) {
                run(connection, rows(from, Math.min(decisions, from + AT_ONCE)));
                connection.commit();
            }
            connection.setAutoCommit(true);
            run(connection, after());
        }
    }

    private List<String> before() {
        return store == Stores.SQLITE
                ? List.of("PRAGMA synchronous = OFF", "PRAGMA cache_size = -2000000", "PRAGMA temp_store = MEMORY")
                : List.of("SET synchronous_commit = off");
    }

    /** Does what a database in use does by and by. */
    private List<String> after() {
        return store == Stores.SQLITE
                ? List.of("PRAGMA wal_checkpoint(TRUNCATE)")
                : List.of("VACUUM ANALYZE decision", "VACUUM ANALYZE log_entry", "ANALYZE", "CHECKPOINT");
    }

    private List<String> rows(long from, long end) {
        String citizen = "'filled-' || (n / " + DECISIONS_OF_EACH + ")";
        String newCitizens = " WHERE n % " + DECISIONS_OF_EACH + " = 0";
        return List.of(
                numbered(from, end)
                        + "INSERT INTO citizen_key (citizen, version, master, wrapped, created_at)"
                        + " SELECT " + citizen + ", 1, 1, " + random(60) + ", 1" + " FROM numbers" + newCitizens,
                numbered(from, end)
                        + "INSERT INTO enrolment (citizen, scheme, position, action, revision, recorded_at, recorded_by,"
                        + " key_version, sealed, log, leaf) SELECT " + citizen
                        + ", 'community', 1, 'ENROLLED', NULL, 1, 'registrar', 1, " + random(100)
                        + ", 2, n FROM numbers"
                        + newCitizens,
                numbered(from, end)
                        + "INSERT INTO decision (citizen, id, scheme, revision, as_of, known_at, dossier_position,"
                        + " enrolment_position, recorded_at, recorded_by, key_version, sealed, log, leaf)"
                        + " SELECT " + citizen + ", " + id()
                        + ", d.scheme, d.revision, d.as_of, d.known_at, d.dossier_position,"
                        + " d.enrolment_position, d.recorded_at, d.recorded_by, 1, d.sealed, 2, n"
                        + " FROM numbers JOIN sample d ON d.number = n % " + SAMPLE,
                numbered(from, end) + "INSERT INTO log_entry (log, position, entry) SELECT 2, n, " + random(32)
                        + " FROM numbers",
                numbered(from / LEAVES_IN_A_TILE, end / LEAVES_IN_A_TILE)
                        + "INSERT INTO log_hash (log, level, position, hash) SELECT 2, 1, n, " + random(32)
                        + " FROM numbers",
                numbered(from / LEAVES_IN_A_GROUP, end / LEAVES_IN_A_GROUP)
                        + "INSERT INTO log_checkpoint (log, size, root, signature, signed_at) SELECT 2, (n + 1) * "
                        + LEAVES_IN_A_GROUP + ", " + random(32) + ", " + random(64) + ", 1 FROM numbers");
    }

    private String numbered(long from, long end) {
        String numbers = store == Stores.SQLITE
                ? "numbers (n) AS (SELECT " + from + " UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < " + end + ")"
                : "numbers (n) AS (SELECT generate_series(" + from + ", " + (end - 1) + "))";
        return "WITH RECURSIVE " + numbers + " ";
    }

    /** Ids that grow with time, as a decision's do; these were made in 2024. */
    private String id() {
        String digits = store == Stores.SQLITE ? "printf('%012x', n)" : "lpad(to_hex(n), 12, '0')";
        return "'018d0000-' || substr(" + digits + ", 1, 4) || '-7000-8000-' || " + digits;
    }

    private String random(int bytes) {
        return store == Stores.SQLITE
                ? "randomblob(" + bytes + ")"
                : "substr(sha256(int8send(n::bigint)) || sha256(int8send(-n::bigint)), 1, " + bytes + ")";
    }

    /** Says how many decisions there are, and how much room the database takes up. */
    String size() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), "
                        + (store == Stores.SQLITE
                                ? "(SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())"
                                : "pg_database_size(current_database())")
                        + " FROM decision")) {
            row.next();
            return String.format("%,d decisions in %,d MB", row.getLong(1), row.getLong(2) >> 20);
        }
    }

    private static void run(Connection connection, List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
