package org.daylight.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.daylight.log.ExpectedLeaf;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns that every personal row has behind its header: the sealed payload, the number of its key, and its leaf. */
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

    /** The version of the citizen's key that sealed the row. */
    long keyVersion() {
        return keyVersion;
    }

    /** The {@link SealedPayload}, sealed for the row's address. */
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

    /** The leaf of a row with which something is wrong beside its hash. */
    ExpectedLeaf altered(String name, String what) {
        return ExpectedLeaf.altered(name, log, leaf, what);
    }
}
