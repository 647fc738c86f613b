package org.daylight.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The connection of the writer's thread: runs a group in one transaction. When a write fails, the group is undone and run again,
 * each write behind a savepoint of its own.
 */
final class WritingConnection implements AutoCloseable {
    private static final String SAVEPOINT = "write";
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(10);
    private static final long RETRY_MILLIS = 100;

    private final Database database;
    private final Clock clock;
    private final List<CommitParticipant> participants;
    private @Nullable Handle handle;
    private long latestMicros;

    /** Writes at once, so that a database that cannot be written to is found out before anybody waits for it. */
    WritingConnection(Database database, Clock clock, List<CommitParticipant> participants) {
        this.database = database;
        this.clock = clock;
        this.participants = participants;
        try {
            begin();
            Handle open = handle();
            if (!participants.isEmpty()) {
                Instant now = nextMoment();
                participants.forEach(participant -> participant.start(open, now));
            }
            open.execute("UPDATE recording SET recorded_at = ?", latestMicros);
            open.commit();
        } catch (JdbiException refused) {
            discard();
            throw new StoreFailureException(
                    "cannot write to `" + database.dialect().shown() + "`: " + refused.getMessage(), refused);
        } catch (RuntimeException refused) {
            discard();
            throw refused;
        }
    }

    /**
     * Runs and commits the group. A write that fails is undone and its caller told so; the others are kept.
     *
     * @throws StoreFailureException when nothing of the group could be kept, or nobody knows
     */
    void commit(List<PendingWrite<?, ?>> group) {
        WriteTurn turn;
        Handle open;
        try {
            turn = run(group);
            open = handle();
            participants.forEach(participant -> participant.beforeCommit(open, EpochMicros.instant(latestMicros)));
            open.execute("UPDATE recording SET recorded_at = ?", latestMicros);
        } catch (RuntimeException failed) {
            // A connection whose transaction broke is in no known state; the next group gets a new one.
            discard();
            participants.forEach(CommitParticipant::failed);
            throw nothingKept(failed);
        }
        try {
            open.commit();
        } catch (RuntimeException failed) {
            discard();
            settle(turn, failed);
        }
        participants.forEach(CommitParticipant::committed);
    }

    /** In most groups no write fails, and then one savepoint, whose release finds out a lost transaction, does for all. */
    private WriteTurn run(List<PendingWrite<?, ?>> group) {
        WriteTurn turn = begin();
        List<Runnable> undoActions = undoActions();
        if (ranAtOnce(handle(), group)) {
            return turn;
        }
        undoActions.forEach(Runnable::run);
        rollback();
        WriteTurn secondTurn = begin();
        Handle open = handle();
        group.forEach(pending -> attempt(open, pending));
        return secondTurn;
    }

    private boolean ranAtOnce(Handle open, List<PendingWrite<?, ?>> group) {
        try {
            open.savepoint(SAVEPOINT);
            for (List<PendingWrite<?, ?>> same : byWrite(group)) {
                same.get(0).runTogether(open, nextMoment(), same);
            }
            open.releaseSavepoint(SAVEPOINT);
            return true;
        } catch (Throwable someWriteFailed) {
            // Which one, and with what, is found out and told when each runs behind a savepoint of its own.
            return false;
        }
    }

    /** The callers of each write, in the order of each write's first caller. */
    private static Collection<List<PendingWrite<?, ?>>> byWrite(List<PendingWrite<?, ?>> group) {
        Map<BatchWrite<?, ?>, List<PendingWrite<?, ?>>> together = new LinkedHashMap<>();
        group.forEach(pending -> together.computeIfAbsent(pending.write(), write -> new ArrayList<>())
                .add(pending));
        return together.values();
    }

    private void rollback() {
        try {
            handle().rollback();
        } catch (RuntimeException transactionGone) {
            discard();
        }
    }

    private List<Runnable> undoActions() {
        return participants.stream().map(CommitParticipant::undoAction).toList();
    }

    private WriteTurn begin() {
        WriteTurn turn = newTurn();
        latestMicros = Math.max(latestMicros, turn.latestMicros());
        return turn;
    }

    private WriteTurn newTurn() {
        if (handle != null) {
            try {
                return database.dialect().takeTurn(handle().begin());
            } catch (RuntimeException lost) {
                // The connection broke while nobody wrote, and nothing of this group was done: a new one will do.
                discard();
            }
        }
        return database.dialect().takeTurn(handle().begin());
    }

    private void attempt(Handle open, PendingWrite<?, ?> pending) {
        open.savepoint(SAVEPOINT);
        List<Runnable> undoActions = undoActions();
        try {
            pending.run(open, nextMoment());
            open.releaseSavepoint(SAVEPOINT);
        } catch (Throwable thrown) {
            pending.fail(thrown);
            undo(open, thrown);
            undoActions.forEach(Runnable::run);
        }
    }

    private static void undo(Handle open, Throwable thrown) {
        try {
            open.rollbackToSavepoint(SAVEPOINT);
        } catch (RuntimeException transactionGone) {
            // A full disk, for one, makes the database give up the whole transaction; the reason is what came first.
            thrown.addSuppressed(transactionGone);
            throw new StoreFailureException(String.valueOf(thrown.getMessage()), thrown);
        }
    }

    /** Returns when the group is kept after all, and throws otherwise. */
    private void settle(WriteTurn turn, RuntimeException failed) {
        CommitStatus status = mayBeKept(failed) ? commitStatus(turn, failed) : CommitStatus.LOST;
        if (status == CommitStatus.KEPT) {
            return;
        }
        participants.forEach(CommitParticipant::failed);
        throw status == CommitStatus.LOST ? nothingKept(failed) : StoreFailureException.unanswered(failed);
    }

    private boolean mayBeKept(Throwable failed) {
        return StoreAway.refusal(failed).map(database.dialect()::mayBeKept).orElse(true);
    }

    /** Asks until the database answers again. Taking a turn waits for the lost one, which held it, to end. */
    private CommitStatus commitStatus(WriteTurn turn, RuntimeException failed) {
        long deadline = System.nanoTime() + SETTLE_TIMEOUT.toNanos();
        while (!turn.transaction().isEmpty()) {
            try {
                Handle reopened = handle().begin();
                database.dialect().takeTurn(reopened);
                CommitStatus status = database.dialect().commitStatus(reopened, turn);
                reopened.rollback();
                return status;
            } catch (RuntimeException stillAway) {
                discard();
                if (System.nanoTime() > deadline || !paused()) {
                    failed.addSuppressed(stillAway);
                    break;
                }
            }
        }
        return CommitStatus.UNKNOWN;
    }

    private static boolean paused() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StoreFailureException nothingKept(RuntimeException failed) {
        return new StoreFailureException(
                "the store could not commit, nothing was kept: " + failed.getMessage(), failed);
    }

    /**
     * Now, and always later than the moment of the last write, whatever the clock says: nothing is ever recorded at a moment up to
     * which somebody has already read.
     */
    private Instant nextMoment() {
        latestMicros = Math.max(latestMicros + 1, EpochMicros.of(clock.instant()));
        return EpochMicros.instant(latestMicros);
    }

    private Handle handle() {
        if (handle == null) {
            Handle opened = database.openForWriting();
            handle = opened;
            participants.forEach(participant ->
                    participant.claim().ifPresent(name -> database.dialect().claim(opened, name)));
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
