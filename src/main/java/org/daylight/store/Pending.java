package org.daylight.store;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Handle;

/** A write with a caller who waits for it. */
final class Pending<T> {
    private final Write<T> write;
    private final CompletableFuture<T> answered = new CompletableFuture<>();
    private Runnable answer = () -> {};

    Pending(Write<T> write) {
        this.write = write;
    }

    void run(Handle handle, Instant recordedAt) {
        T result = write.run(handle, recordedAt);
        answer = () -> answered.complete(result);
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
            throw StoreFailure.unanswered(stop);
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException unchecked
                ? unchecked
                : new StoreFailure("a write failed", failed);
    }
}
