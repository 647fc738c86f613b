package org.daylight.ledger;

import java.time.Instant;
import java.util.function.Function;
import org.daylight.log.Log;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.vault.Vault;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Everything that takes part when a record is kept or read. */
public final class Ledger {
    private final Database database;
    private final Vault vault;
    private final @Nullable Log log;
    private final @Nullable GroupWriter writer;

    private Ledger(Database database, Vault vault, @Nullable Log log, @Nullable GroupWriter writer) {
        this.database = database;
        this.vault = vault;
        this.log = log;
        this.writer = writer;
    }

    public static Ledger open(Database database, Vault vault, Log log, GroupWriter writer) {
        return new Ledger(database, vault, log, writer);
    }

    /** To read beside whoever writes. */
    public static Ledger toRead(Database database, Vault vault) {
        return new Ledger(database, vault, null, null);
    }

    /** What is done within one write. */
    @FunctionalInterface
    public interface Keeping<T> {
        T keep(Desk desk, Instant recordedAt);
    }

    /** Reads what is kept now. */
    public <T> T read(Function<Desk, T> reading) {
        return database.reading().withHandle(handle -> reading.apply(desk(handle)));
    }

    /**
     * Keeps something, all of it or nothing.
     *
     * @return once it is durable
     */
    public <T> T write(Keeping<T> keeping) {
        if (writer == null) {
            throw new IllegalStateException("this ledger was opened to read");
        }
        return writer.write((handle, recordedAt) -> keeping.keep(desk(handle), recordedAt));
    }

    public Database database() {
        return database;
    }

    Vault vault() {
        return vault;
    }

    Log log() {
        if (log == null) {
            throw new IllegalStateException("this ledger was opened to read");
        }
        return log;
    }

    /** Seals and logs, and opens again, by one handle. */
    private Desk desk(Handle handle) {
        return new Desk(handle, this);
    }
}
