package org.daylight.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A group in the steps that it takes: what can be written together is one. */
final class WritePlan {
    private final List<Step> steps = new ArrayList<>();
    private final IdentityHashMap<BatchWrite<?, ?>, List<? extends Pending<?>>> joint = new IdentityHashMap<>();

    /** A part of a group. */
    @FunctionalInterface
    interface Step {
        void run(Handle handle, Instant recordedAt);
    }

    private WritePlan() {}

    static List<Step> of(List<Pending<?>> group) {
        WritePlan all = new WritePlan();
        group.forEach(all::add);
        return all.steps;
    }

    private void add(Pending<?> pending) {
        if (pending instanceof BatchedWrite<?, ?> batchedWrite) {
            join(batchedWrite);
        } else {
            steps.add(pending::run);
        }
    }

    private <I, T> void join(BatchedWrite<I, T> batchedWrite) {
        // Whoever has the same write has the same types.
        @SuppressWarnings("unchecked")
        List<BatchedWrite<I, T>> others = (List<BatchedWrite<I, T>>) joint.get(batchedWrite.write());
        if (others != null) {
            others.add(batchedWrite);
            return;
        }
        List<BatchedWrite<I, T>> all = new ArrayList<>(List.of(batchedWrite));
        joint.put(batchedWrite.write(), all);
        steps.add((handle, recordedAt) -> batchedWrite.run(handle, recordedAt, all));
    }
}
