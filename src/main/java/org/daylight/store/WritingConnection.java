package org.daylight.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The connection of the writer's thread: runs a group in one transaction, each write behind a savepoint of its own. */
final class WritingConnection implements AutoCloseable {
    private static final String SAVEPOINT = "write";

    private final Database database;
    private final Clock clock;
    private final List<Companion> companions;
    private @Nullable Handle handle;
    private long latestMicros;

    private WritingConnection(Database database, Clock clock, List<Companion> companions) {
        this.database = database;
        this.clock = clock;
        this.companions = companions;
    }

    static WritingConnection open(Database database, Clock clock, List<Companion> companions) {
        WritingConnection connection = new WritingConnection(database, clock, companions);
        connection.latestMicros = connection
                .handle()
                .createQuery("SELECT recorded_at FROM recording")
                .mapTo(long.class)
                .one();
        connection.start();
        return connection;
    }

    private void start() {
        if (companions.isEmpty()) {
            return;
        }
        try {
            Handle open = handle();
            open.begin();
            Instant now = nextMoment();
            companions.forEach(companion -> companion.start(open, now));
            open.commit();
        } catch (RuntimeException refused) {
            discard();
            throw refused;
        }
    }

    /**
     * Runs and commits the group; a write that fails is undone and told so, the others are kept.
     *
     * @throws StoreFailure when nothing of the group could be kept
     */
    void commit(List<Pending<?>> group) {
        try {
            Handle open = handle();
            open.begin();
            group.forEach(pending -> attempt(open, pending));
            companions.forEach(companion -> companion.beforeCommit(open, Micros.instant(latestMicros)));
            open.execute("UPDATE recording SET recorded_at = ?", latestMicros);
            open.commit();
            companions.forEach(Companion::committed);
        } catch (RuntimeException failed) {
            // A connection whose transaction broke is in no known state; the next group gets a new one.
            discard();
            companions.forEach(Companion::failed);
            throw new StoreFailure("the store could not commit, nothing was kept: " + failed.getMessage(), failed);
        }
    }

    private void attempt(Handle open, Pending<?> pending) {
        open.savepoint(SAVEPOINT);
        List<Runnable> marks = companions.stream().map(Companion::mark).toList();
        try {
            pending.run(open, nextMoment());
            open.releaseSavepoint(SAVEPOINT);
        } catch (Throwable thrown) {
            pending.fail(thrown);
            undo(open, thrown);
            marks.forEach(Runnable::run);
        }
    }

    private static void undo(Handle open, Throwable thrown) {
        try {
            open.rollbackToSavepoint(SAVEPOINT);
        } catch (RuntimeException transactionGone) {
            // A full disk, for one, makes the database give up the whole transaction; the reason is what came first.
            thrown.addSuppressed(transactionGone);
            throw new StoreFailure(String.valueOf(thrown.getMessage()), thrown);
        }
    }

    /** Now, or the moment of the last write if the clock has gone back since. */
    private Instant nextMoment() {
        latestMicros = Math.max(latestMicros, Micros.of(clock.instant()));
        return Micros.instant(latestMicros);
    }

    private Handle handle() {
        if (handle == null) {
            handle = database.openForWriting();
        }
        return handle;
    }

    private void discard() {
        try {
            close();
        } catch (RuntimeException alreadyBroken) {
            // The failure that led here is the one to report.
        }
    }

    @Override
    public void close() {
        Handle open = handle;
        handle = null;
        if (open != null) {
            open.close();
        }
    }
}
