package org.daylight.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What one of several callers brings. */
final class PendingJointly<I, T> extends Pending<T> {
    private final JointWrite<I, T> write;
    private final I item;

    PendingJointly(JointWrite<I, T> write, I item) {
        this.write = write;
        this.item = item;
    }

    @Override
    void run(Handle handle, Instant recordedAt) {
        run(handle, recordedAt, List.of(this));
    }

    JointWrite<I, T> write() {
        return write;
    }

    /** @param all of the same write */
    void run(Handle handle, Instant recordedAt, List<PendingJointly<I, T>> all) {
        List<Outcome<T>> outcomes = write.run(
                handle, recordedAt, all.stream().map(each -> each.item).toList());
        if (outcomes.size() != all.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for " + all.size() + " callers");
        }
        for (int i = 0; i < outcomes.size(); i++) {
            all.get(i).take(outcomes.get(i));
        }
    }

    private void take(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            fail(refused.why());
        } else if (outcome instanceof Outcome.Kept<T> kept) {
            keep(kept.answer());
        }
    }
}
