package org.daylight.rulebase.build;

import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A thread for one build, which can be told to stop; it notices whenever the build looks for a class. */
final class BuildThread extends Thread {
    /** Deep enough for every text that passes the limits, on every machine alike. */
    private static final long STACK_BYTES = 16L << 20;

    private volatile @Nullable BuildStoppedException stopped;

    BuildThread(FutureTask<?> build) {
        super(null, build, "rule-build", STACK_BYTES, false);
        setDaemon(true);
        setContextClassLoader(BuildClassLoader.CLASS_PATH);
    }

    /** Ends the build: at its next look for a class; else, on JVMs that still can, wherever it is. */
    void end(BuildStoppedException reason) {
        stopped = reason;
        try {
            join(500);
            if (isAlive()) {
                stopAnywhere();
                join(500);
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    /** From Java 20 on a thread cannot be stopped from outside; the package's documentation says what holds there. */
    @SuppressWarnings({"deprecation", "removal"})
    private void stopAnywhere() {
        try {
            stop();
        } catch (UnsupportedOperationException newerJava) {
            interrupt();
        }
    }

    /** Ends the build that runs on this thread, if it shall end. The parser, the generator and the compiler look for classes all the time. */
    static void checkpoint() {
        if (Thread.currentThread() instanceof BuildThread build) {
            BuildStoppedException reason = build.stopped;
            if (reason != null) {
                throw reason;
            }
        }
    }
}
