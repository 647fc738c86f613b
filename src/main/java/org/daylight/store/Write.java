package org.daylight.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * A unit of writing: all of it is kept or nothing.
 *
 * @param <T> what the caller is told once it is durable
 */
@FunctionalInterface
public interface Write<T> {
    /**
     * Runs on the writer's thread, so it sees everything written before it. What it throws undoes it and reaches the
     * caller. It may run twice, when another write of its group fails; what the first time stored is undone then.
     *
     * @param handle in a transaction that is not this write's to end
     * @param recordedAt the moment to record, in whole microseconds; never before that of an earlier write
     */
    T run(Handle handle, Instant recordedAt);
}
