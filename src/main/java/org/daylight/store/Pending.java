package org.daylight.store;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Handle;

/** A write with a caller who waits for it. */
abstract sealed class Pending<T> permits SingleWrite, BatchedWrite {
    private final CompletableFuture<T> answered = new CompletableFuture<>();
    private Runnable answer = () -> {};

    /** Runs it by itself. */
    abstract void run(Handle handle, Instant recordedAt);

    final void keep(T result) {
        answer = () -> answered.complete(result);
    }

    final void fail(Throwable thrown) {
        answer = () -> answered.completeExceptionally(thrown);
    }

    /** Lets the caller go; until then neither result nor failure is seen. */
    final void answer() {
        answer.run();
    }

    final T await() {
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
