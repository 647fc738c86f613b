package org.daylight.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Handle;

/** One caller's part in a write: the item it brings and the answer it waits for. */
final class PendingWrite<I, T> {
    private final BatchWrite<I, T> write;
    private final I item;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private Runnable completion = () -> {};

    PendingWrite(BatchWrite<I, T> write, I item) {
        this.write = write;
        this.item = item;
    }

    BatchWrite<I, T> write() {
        return write;
    }

    /** Runs the write for this caller alone. */
    void run(Handle handle, Instant recordedAt) {
        run(handle, recordedAt, List.of(this));
    }

    /** Runs the write once for all callers of it, of whom this is one. */
    void runTogether(Handle handle, Instant recordedAt, List<PendingWrite<?, ?>> callers) {
        // Callers of the same write have the same types.
        @SuppressWarnings("unchecked")
        List<PendingWrite<I, T>> typed = (List<PendingWrite<I, T>>) (List<?>) callers;
        run(handle, recordedAt, typed);
    }

    private void run(Handle handle, Instant recordedAt, List<PendingWrite<I, T>> callers) {
        List<WriteResult<T>> results = write.run(
                handle, recordedAt, callers.stream().map(caller -> caller.item).toList());
        if (results.size() != callers.size()) {
            throw new IllegalStateException(results.size() + " results for " + callers.size() + " callers");
        }
        for (int i = 0; i < results.size(); i++) {
            callers.get(i).take(results.get(i));
        }
    }

    private void take(WriteResult<T> result) {
        if (result instanceof WriteResult.Refused<T> refused) {
            fail(refused.why());
        } else if (result instanceof WriteResult.Kept<T> kept) {
            completion = () -> future.complete(kept.answer());
        }
    }

    void fail(Throwable thrown) {
        completion = () -> future.completeExceptionally(thrown);
    }

    /** Lets the caller go; until then neither result nor failure is seen. */
    void answer() {
        completion.run();
    }

    T await() {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw StoreFailureException.unanswered(stop);
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException unchecked
                ? unchecked
                : new StoreFailureException("a write failed", failed);
    }
}
