package org.daylight.rulebase.build;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs builds one after the other, each on a thread of its own, and watches what it uses. Decisions are made on other threads and
 * wait for none of this.
 */
public final class BuildRunner {
    private static final long LOOK_MILLIS = 20;
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private BuildRunner() {}

    /** The result of the build; {@link BuildStoppedException} when it exceeds its budget or the caller is interrupted. */
    public static <T> T run(BuildBudget budget, Callable<T> build) {
        ONE_AT_A_TIME.lock();
        try {
            FutureTask<T> task = new FutureTask<>(build);
            BuildThread thread = new BuildThread(task);
            thread.start();
            return await(budget, task, thread);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static <T> T await(BuildBudget budget, FutureTask<T> task, BuildThread thread) {
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillBuilding) {
                BuildStoppedException exceeded = exceeded(budget, thread);
                if (exceeded != null) {
                    thread.end(exceeded);
                    throw exceeded;
                }
            } catch (InterruptedException leaving) {
                BuildStoppedException stopped = new BuildStoppedException("the build was interrupted");
                thread.end(stopped);
                Thread.currentThread().interrupt();
                throw stopped;
            } catch (ExecutionException failed) {
                throw unchecked(failed);
            }
        }
    }

    private static @Nullable BuildStoppedException exceeded(BuildBudget budget, Thread thread) {
        long nanos = THREADS.getThreadCpuTime(thread.getId());
        if (nanos > budget.processorTime().toNanos()) {
            return new BuildStoppedException(
                    "building takes more than " + budget.processorTime().toSeconds() + " seconds");
        }
        if (Heap.share() > budget.heapShare()) {
            // Much of it may be garbage not collected yet.
            System.gc();
            if (Heap.share() > budget.heapShare()) {
                return new BuildStoppedException("building needs more memory than there is");
            }
        }
        return null;
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof OutOfMemoryError) {
            throw new BuildStoppedException("building needs more memory than there is");
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
    }
}
