package org.daylight.records;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.daylight.log.Log;
import org.daylight.store.BatchWrite;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.store.WriteResult;
import org.daylight.vault.Vault;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes and reads records: the database with its writer, the vault and the log together. */
public final class RecordStore {
    private final Database database;
    private final Vault vault;
    private final @Nullable Log log;
    private final @Nullable GroupWriter writer;

    private RecordStore(Database database, Vault vault, @Nullable Log log, @Nullable GroupWriter writer) {
        this.database = database;
        this.vault = vault;
        this.log = log;
        this.writer = writer;
    }

    public static RecordStore open(Database database, Vault vault, Log log, GroupWriter writer) {
        return new RecordStore(database, vault, log, writer);
    }

    /** A store that can only read, beside a process that writes. */
    public static RecordStore toRead(Database database, Vault vault) {
        return new RecordStore(database, vault, null, null);
    }

    /** Reads the records as they are now. */
    public <T> T read(Function<RecordSession, T> reading) {
        return database.reading().withHandle(handle -> reading.apply(session(handle)));
    }

    /**
     * Runs a write, of which all is kept or nothing; see {@link org.daylight.store.Write}.
     *
     * @param write given the moment to record
     * @return once it is durable
     */
    public <T> T write(BiFunction<RecordSession, Instant, T> write) {
        return writer().write((handle, recordedAt) -> write.apply(session(handle), recordedAt));
    }

    /** A {@link BatchWrite} of records. */
    @FunctionalInterface
    public interface RecordBatchWrite<I, T> {
        /** As {@link BatchWrite#run}. */
        List<WriteResult<T>> run(RecordSession session, Instant recordedAt, List<I> items);
    }

    /**
     * Makes a write that serves callers which come at the same time together.
     *
     * @return writes one caller's item, all of it or nothing, and returns once it is durable
     */
    public <I, T> Function<I, T> batched(RecordBatchWrite<I, T> write) {
        BatchWrite<I, T> batch = (handle, recordedAt, items) -> write.run(session(handle), recordedAt, items);
        return item -> writer().write(batch, item);
    }

    public Database database() {
        return database;
    }

    Vault vault() {
        return vault;
    }

    Log log() {
        if (log == null) {
            throw new IllegalStateException("these records were opened to read");
        }
        return log;
    }

    private GroupWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("these records were opened to read");
        }
        return writer;
    }

    private RecordSession session(Handle handle) {
        return new RecordSession(handle, this);
    }
}
