package org.daylight.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** A write that is like no other. */
final class SingleWrite<T> extends Pending<T> {
    private final Write<T> write;

    SingleWrite(Write<T> write) {
        this.write = write;
    }

    @Override
    void run(Handle handle, Instant recordedAt) {
        keep(write.run(handle, recordedAt));
    }
}
