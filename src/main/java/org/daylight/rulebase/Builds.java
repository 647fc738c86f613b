package org.daylight.rulebase;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs builds one after the other, each on one thread, and watches what it uses. Decisions are made on
 * other threads and wait for none of this.
 */
final class Builds {
    private static final long LOOK_MILLIS = 20;
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Builds() {}

    /** What the build returns; {@link BuildStopped} when it used more than the terms. */
    static <T> T run(BuildTerms terms, Callable<T> build) {
        ONE_AT_A_TIME.lock();
        try {
            FutureTask<T> task = new FutureTask<>(build);
            BuildThread thread = new BuildThread(task);
            thread.start();
            return watched(terms, task, thread);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static <T> T watched(BuildTerms terms, FutureTask<T> task, BuildThread thread) {
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillBuilding) {
                BuildStopped tooMuch = tooMuch(terms, thread);
                if (tooMuch != null) {
                    thread.end(tooMuch);
                    throw tooMuch;
                }
            } catch (InterruptedException leaving) {
                BuildStopped stopped = new BuildStopped("the build was interrupted");
                thread.end(stopped);
                Thread.currentThread().interrupt();
                throw stopped;
            } catch (ExecutionException failed) {
                throw unchecked(failed);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable BuildStopped tooMuch(BuildTerms terms, Thread thread) {
        long nanos = THREADS.getThreadCpuTime(thread.getId());
        if (nanos > terms.processorTime().toNanos()) {
            return new BuildStopped(
                    "building takes more than " + terms.processorTime().toSeconds() + " seconds");
        }
        if (Heap.share() > terms.heapShare()) {
            // Much of it may be waste that nobody collected yet.
            System.gc();
            if (Heap.share() > terms.heapShare()) {
                return new BuildStopped("building needs more memory than there is");
            }
        }
        return null;
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof OutOfMemoryError) {
            throw new BuildStopped("building needs more memory than there is");
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
    }
}
