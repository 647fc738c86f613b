package org.daylight.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What keeps something in memory that goes with what the writer stores, and adds its own to every group. Called on the
 * writer's thread only, or before that thread starts.
 */
public interface CommitParticipant {
    /** What only one writer of a database may hold at a time; held while the writer's connection is. */
    default Optional<String> claim() {
        return Optional.empty();
    }

    /**
     * Once, before the first group, in a transaction of its own.
     *
     * @throws StoreFailureException when what is stored cannot be gone on with; the writer does not start then
     */
    void start(Handle handle, Instant now);

    /** Before each write: what makes the memory as it is now, should the write be undone. */
    Runnable mark();

    /** After the last write of a group, while the group can still fail. */
    void beforeCommit(Handle handle, Instant recordedAt);

    void committed();

    /** Nothing is known of what the database holds: the memory must be made again from it. */
    void failed();
}
