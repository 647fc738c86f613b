package org.daylight.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Serves a group's callers together: with as many statements for all of them as for one.
 *
 * @param <I> what a caller brings
 * @param <T> what a caller is told once it is durable
 */
@FunctionalInterface
public interface BatchWrite<I, T> {
    /**
     * Runs as {@link Write#run} does. When it throws, all of it is undone, and it is run again for each caller alone.
     *
     * @param items what the callers bring, in the order in which they came
     * @return one result for each item, in the same order; of an item that is refused nothing may have been stored
     */
    List<WriteResult<T>> run(Handle handle, Instant recordedAt, List<I> items);
}
