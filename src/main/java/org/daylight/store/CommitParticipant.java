package org.daylight.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps something in memory that must agree with what the writer stores, and adds rows of its own to every group. Called on the
 * writer's thread only, or before that thread starts.
 */
public interface CommitParticipant {
    /** A name that only one writer of a database may hold at a time; it is held as long as the writer's connection. */
    default Optional<String> claim() {
        return Optional.empty();
    }

    /**
     * Called once, before the first group, in a transaction of its own.
     *
     * @throws StoreFailureException when what is stored cannot be continued; the writer does not start then
     */
    void start(Handle handle, Instant now);

    /** Called before each write. The answer brings the memory back to its present state, should the write be undone. */
    Runnable undoAction();

    /** Called after the last write of a group, while the group can still fail. */
    void beforeCommit(Handle handle, Instant recordedAt);

    /** Called when the group is kept. */
    void committed();

    /** Called when nothing is known of what the database holds: the memory must be made again from it. */
    void failed();
}
