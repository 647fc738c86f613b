package org.daylight.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A group in the steps that it takes: what can be written together is one. */
final class Steps {
    private final List<Step> steps = new ArrayList<>();
    private final IdentityHashMap<JointWrite<?, ?>, List<? extends Pending<?>>> joint = new IdentityHashMap<>();

    /** A part of a group. */
    @FunctionalInterface
    interface Step {
        void run(Handle handle, Instant recordedAt);
    }

    private Steps() {}

    static List<Step> of(List<Pending<?>> group) {
        Steps all = new Steps();
        group.forEach(all::add);
        return all.steps;
    }

    private void add(Pending<?> pending) {
        if (pending instanceof PendingJointly<?, ?> one) {
            join(one);
        } else {
            steps.add(pending::run);
        }
    }

    private <I, T> void join(PendingJointly<I, T> one) {
        // Whoever has the same write has the same types.
        @SuppressWarnings("unchecked")
        List<PendingJointly<I, T>> others = (List<PendingJointly<I, T>>) joint.get(one.write());
        if (others != null) {
            others.add(one);
            return;
        }
        List<PendingJointly<I, T>> all = new ArrayList<>(List.of(one));
        joint.put(one.write(), all);
        steps.add((handle, recordedAt) -> one.run(handle, recordedAt, all));
    }
}
