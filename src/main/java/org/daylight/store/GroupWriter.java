package org.daylight.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one writer: a thread that drains a bounded queue and commits the writes in it as a group, so that many share one sync.
 *
 * <p>INVARIANT: {@link #write} returns, or throws what the write threw, only after the group's commit was synced. Even a
 * refusal waits, because it may rest on what an earlier write of the same group stored.
 */
public final class GroupWriter implements AutoCloseable {
    private final BlockingQueue<PendingWrite<?, ?>> queue;
    private final int groupSize;
    private final WritingConnection connection;
    private final Thread thread;
    private final AtomicLong groups = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private volatile boolean closed;

    /**
     * The limits of the queue and of a group.
     *
     * @param queue writes that may wait, beyond which {@link StoreBusyException} is thrown
     * @param group writes in one commit
     */
    public record Capacity(int queue, int group) {
        public static final Capacity DEFAULT = new Capacity(4096, 256);
    }

    /**
     * Starts the writer's thread.
     *
     * @param participants told of each group, in this order
     */
    public GroupWriter(Database database, Clock clock, Capacity capacity, CommitParticipant... participants) {
        queue = new ArrayBlockingQueue<>(capacity.queue());
        groupSize = capacity.group();
        connection = new WritingConnection(database, clock, List.of(participants));
        thread = new Thread(this::drain, "store-writer");
        thread.start();
    }

    /**
     * Has the write run on the writer's thread and waits until it is durable.
     *
     * @throws StoreBusyException when the queue is full or the writer closed
     * @throws StoreFailureException when the group could not be committed
     */
    public <T> T write(Write<T> write) {
        return submit(single(write));
    }

    /**
     * The same, together with what other callers bring to the same write meanwhile.
     *
     * @throws StoreBusyException when the queue is full or the writer closed
     * @throws StoreFailureException when the group could not be committed
     */
    public <I, T> T write(BatchWrite<I, T> write, I item) {
        return submit(new PendingWrite<>(write, item));
    }

    /** A write that no other caller joins. */
    private static <T> PendingWrite<Boolean, T> single(Write<T> write) {
        return new PendingWrite<>(
                (handle, recordedAt, items) -> List.of(new WriteResult.Kept<>(write.run(handle, recordedAt))), true);
    }

    private <T> T submit(PendingWrite<?, T> pending) {
        if (closed || !queue.offer(pending)) {
            throw new StoreBusyException(closed ? "the store is closing" : "too many writes are waiting");
        }
        // The thread may have ended between the check and the offer; then it will never take this write.
        if (closed && queue.remove(pending)) {
            throw new StoreBusyException("the store is closing");
        }
        return pending.await();
    }

    /** Groups committed since the start. */
    public long groups() {
        return groups.get();
    }

    /** Writes answered since the start, refused ones included. */
    public long writes() {
        return writes.get();
    }

    /** Writes waiting now. */
    public int queued() {
        return queue.size();
    }

    /** Finishes the writes that wait, then ends. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                queue.put(single((handle, recordedAt) -> true));
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        connection.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        List<PendingWrite<?, ?>> group = new ArrayList<>(groupSize);
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                queue.drainTo(group, groupSize - 1);
                connection.commit(group);
                groups.incrementAndGet();
            } catch (InterruptedException nobodyMayStopTheWriter) {
                continue;
            } catch (Throwable failure) {
                // Whatever it was, the callers must hear of it and the writer must go on.
                group.forEach(pending -> pending.fail(failure));
            }
            writes.addAndGet(group.size());
            group.forEach(PendingWrite::answer);
            group.clear();
        }
    }
}
