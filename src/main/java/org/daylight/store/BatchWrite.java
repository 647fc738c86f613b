package org.daylight.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A way of writing in which a group's callers are served together: as many questions to the database for all of them as for one.
 *
 * @param <I> what a caller brings
 * @param <T> what a caller is told once it is durable
 */
@FunctionalInterface
public interface BatchWrite<I, T> {
    /**
     * As {@link Write#run}. What it throws undoes all of it, and it is run for each caller alone then.
     *
     * @param items what the callers bring, in the order in which they came
     * @return what each is told, in the same order; of one who is refused nothing may have been stored
     */
    List<WriteResult<T>> run(Handle handle, Instant recordedAt, List<I> items);
}
