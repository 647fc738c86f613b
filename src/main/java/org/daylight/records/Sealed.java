package org.daylight.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.daylight.log.ExpectedLeaf;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns that every personal row has beside what finds it: what is sealed, by which key, and where its leaf is. */
public final class Sealed {
    /** The columns' names, to be put into a statement. */
    public static final String COLUMNS = "key_version, sealed, log, leaf";

    private final long keyVersion;
    private final byte[] bytes;
    private final long log;
    private final long leaf;

    Sealed(long keyVersion, byte[] bytes, long log, long leaf) {
        this.keyVersion = keyVersion;
        this.bytes = bytes;
        this.log = log;
        this.leaf = leaf;
    }

    public static Sealed of(ResultSet row) throws SQLException {
        return new Sealed(row.getLong("key_version"), row.getBytes("sealed"), row.getLong("log"), row.getLong("leaf"));
    }

    public void bind(SqlStatement<?> insert) {
        insert.bind("key_version", keyVersion)
                .bind("sealed", bytes)
                .bind("log", log)
                .bind("leaf", leaf);
    }

    /** Which of the citizen's keys sealed it. */
    long keyVersion() {
        return keyVersion;
    }

    /** The {@link SealedPayload}, sealed for the row's place. */
    byte[] bytes() {
        return bytes;
    }

    /** Number of the log its leaf is in. */
    public long log() {
        return log;
    }

    /** Index of its leaf there. */
    public long leaf() {
        return leaf;
    }

    /** What is wrong with the row, in the place of what ought to be found in the log. */
    ExpectedLeaf altered(String name, String what) {
        return ExpectedLeaf.altered(name, log, leaf, what);
    }
}
