package org.daylight.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What one of several callers brings. */
final class BatchedWrite<I, T> extends Pending<T> {
    private final BatchWrite<I, T> write;
    private final I item;

    BatchedWrite(BatchWrite<I, T> write, I item) {
        this.write = write;
        this.item = item;
    }

    @Override
    void run(Handle handle, Instant recordedAt) {
        run(handle, recordedAt, List.of(this));
    }

    BatchWrite<I, T> write() {
        return write;
    }

    /** @param all of the same write */
    void run(Handle handle, Instant recordedAt, List<BatchedWrite<I, T>> all) {
        List<WriteResult<T>> outcomes = write.run(
                handle, recordedAt, all.stream().map(each -> each.item).toList());
        if (outcomes.size() != all.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for " + all.size() + " callers");
        }
        for (int i = 0; i < outcomes.size(); i++) {
            all.get(i).take(outcomes.get(i));
        }
    }

    private void take(WriteResult<T> result) {
        if (result instanceof WriteResult.Refused<T> refused) {
            fail(refused.why());
        } else if (result instanceof WriteResult.Kept<T> kept) {
            keep(kept.answer());
        }
    }
}
