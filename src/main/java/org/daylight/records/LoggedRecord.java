package org.daylight.records;

import org.daylight.log.ExpectedLeaf;

/** A record with its place in the log. */
public final class LoggedRecord {
    private final long log;
    private final long leaf;
    private final byte[] salt;
    private final byte[] record;

    LoggedRecord(long log, long leaf, byte[] salt, byte[] record) {
        this.log = log;
        this.leaf = leaf;
        this.salt = salt.clone();
        this.record = record.clone();
    }

    /** Number of the log. */
    public long log() {
        return log;
    }

    /** Index of its leaf there. */
    public long leaf() {
        return leaf;
    }

    /** The salt that the record was hashed with. */
    public byte[] salt() {
        return salt.clone();
    }

    /** Its canonical bytes. */
    public byte[] record() {
        return record.clone();
    }

    /** The leaf that the record ought to have. */
    ExpectedLeaf expected(String name) {
        return ExpectedLeaf.of(name, log, leaf, salt, record);
    }
}
