package org.daylight.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Handle;

/** What a caller brings to a write, and waits for. */
final class PendingWrite<I, T> {
    private final BatchWrite<I, T> write;
    private final I item;
    private final CompletableFuture<T> answered = new CompletableFuture<>();
    private Runnable answer = () -> {};

    PendingWrite(BatchWrite<I, T> write, I item) {
        this.write = write;
        this.item = item;
    }

    BatchWrite<I, T> write() {
        return write;
    }

    /** Runs it by itself. */
    void run(Handle handle, Instant recordedAt) {
        run(handle, recordedAt, List.of(this));
    }

    /** Runs what several callers bring to this one's write. */
    void runTogether(Handle handle, Instant recordedAt, List<PendingWrite<?, ?>> all) {
        // Whoever has the same write has the same types.
        @SuppressWarnings("unchecked")
        List<PendingWrite<I, T>> same = (List<PendingWrite<I, T>>) (List<?>) all;
        run(handle, recordedAt, same);
    }

    private void run(Handle handle, Instant recordedAt, List<PendingWrite<I, T>> all) {
        List<WriteResult<T>> results = write.run(
                handle, recordedAt, all.stream().map(pending -> pending.item).toList());
        if (results.size() != all.size()) {
            throw new IllegalStateException(results.size() + " results for " + all.size() + " callers");
        }
        for (int i = 0; i < results.size(); i++) {
            all.get(i).take(results.get(i));
        }
    }

    private void take(WriteResult<T> result) {
        if (result instanceof WriteResult.Refused<T> refused) {
            fail(refused.why());
        } else if (result instanceof WriteResult.Kept<T> kept) {
            answer = () -> answered.complete(kept.answer());
        }
    }

    void fail(Throwable thrown) {
        answer = () -> answered.completeExceptionally(thrown);
    }

    /** Lets the caller go; until then neither result nor failure is seen. */
    void answer() {
        answer.run();
    }

    T await() {
        try {
            return answered.get();
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
