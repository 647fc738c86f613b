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

/** Everything that takes part when a record is kept or read. */
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

    /** To read beside whoever writes. */
    public static RecordStore toRead(Database database, Vault vault) {
        return new RecordStore(database, vault, null, null);
    }

    /** Reads what is kept now. */
    public <T> T read(Function<RecordSession, T> reading) {
        return database.reading().withHandle(handle -> reading.apply(session(handle)));
    }

    /**
     * Keeps something, all of it or nothing.
     *
     * @param keeping is done within one write, at the moment to record
     * @return once it is durable
     */
    public <T> T write(BiFunction<RecordSession, Instant, T> keeping) {
        return writer().write((handle, recordedAt) -> keeping.apply(session(handle), recordedAt));
    }

    /** What is done within one write for several callers. */
    @FunctionalInterface
    public interface RecordBatchWrite<I, T> {
        /** What each caller is told, in the order of the items; see {@link BatchWrite}. */
        List<WriteResult<T>> keep(RecordSession session, Instant recordedAt, List<I> items);
    }

    /**
     * A way to keep things in which callers that come at the same time are served together.
     *
     * @return keeps one caller's item, all of it or nothing, and returns once it is durable
     */
    public <I, T> Function<I, T> batched(RecordBatchWrite<I, T> keeping) {
        BatchWrite<I, T> write = (handle, recordedAt, items) -> keeping.keep(session(handle), recordedAt, items);
        return item -> writer().write(write, item);
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

    /** Seals and logs, and opens again, by one handle. */
    private RecordSession session(Handle handle) {
        return new RecordSession(handle, this);
    }
}
