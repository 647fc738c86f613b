package org.daylight.server;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daylight.decision.replay.ReplaySample;
import org.daylight.store.StoreAway;
import org.jboss.logging.Logger;

/** Replays a random decision at intervals, and logs each that came out differently: none should. */
@Singleton
class ReplayWatch {
    private static final Logger LOG = Logger.getLogger(ReplayWatch.class);

    private final ReplaySample sample;
    private final StoreWatch store;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "replay-watch");
        thread.setDaemon(true);
        return thread;
    });

    ReplayWatch(ReplaySample sample, StoreWatch store) {
        this.sample = sample;
        this.store = store;
    }

    void start(Duration interval) {
        if (!interval.isZero() && !interval.isNegative()) {
            var unused = watch.scheduleWithFixedDelay(
                    this::check, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        watch.shutdown();
    }

    private void check() {
        try {
            sample.checkOne()
                    .ifPresent(id -> LOG.errorf("decision %s did not come out as it did when it was replayed", id));
        } catch (RuntimeException failed) {
            if (StoreAway.isCauseOf(failed)) {
                store.away(failed);
            } else {
                LOG.warnf(
                        "a decision could not be replayed: %s",
                        failed.getClass().getName());
            }
        }
    }
}
