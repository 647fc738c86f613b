package org.daylight.server;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daylight.store.StoreAway;
import org.daylight.store.StoreProbe;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs when the store goes away and when it answers again, each once, however many requests are refused in between. Each that meets
 * a store that is away reports it here; from then on the store is asked until it answers.
 */
@Singleton
class StoreWatch {
    private static final Logger LOG = Logger.getLogger(StoreWatch.class);
    private static final long INTERVAL_MILLIS = 1_000;

    private final StoreProbe store;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-watch");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable String outage;
    private @Nullable Future<?> asking;

    StoreWatch(StoreProbe store) {
        this.store = store;
    }

    /** The reason why the store cannot be read now; empty when it can. */
    Optional<String> whyAway() {
        Optional<String> away = store.whyAway();
        away.ifPresent(this::away);
        return away;
    }

    /**
     * Notes a failure that goes back to the {@linkplain StoreAway#isCauseOf store being away}.
     *
     * @return the id under which the log tells of the outage
     */
    String away(Throwable failure) {
        return away(StoreAway.reason(failure).orElseThrow());
    }

    private synchronized String away(String why) {
        if (outage == null) {
            outage = UUID.randomUUID().toString();
            LOG.warnf("the store is away: %s; all who meet it so are told the id %s", why, outage);
            asking = watch.isShutdown()
                    ? null
                    : watch.scheduleWithFixedDelay(this::ask, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return outage;
    }

    private void ask() {
        if (store.whyAway().isEmpty()) {
            back();
        }
    }

    private synchronized void back() {
        LOG.infof("the store answers again, id %s", outage);
        outage = null;
        if (asking != null) {
            asking.cancel(false);
        }
    }

    synchronized void stop() {
        watch.shutdownNow();
    }
}
