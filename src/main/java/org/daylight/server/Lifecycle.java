package org.daylight.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.daylight.publication.RulesFolderWatcher;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.store.StoreProbe;

/** Starts and stops the background tasks, and closes the store. */
@Singleton
record Lifecycle(
        DaylightConfig config,
        Database database,
        GroupWriter writer,
        StoreProbe probe,
        StoreWatch watch,
        RulesFolderWatcher rules,
        DemoData demo,
        ReplayWatch replays) {
    void begin(@Observes StartupEvent start) {
        rules.start(config.rules().pollInterval());
        demo.load();
        replays.start(config.replay().sampleInterval());
    }

    /** In this order, so that nothing is written to a closed store, and writes that wait are finished. */
    void end(@Observes ShutdownEvent stop) {
        replays.stop();
        rules.close();
        watch.stop();
        probe.close();
        writer.close();
        database.close();
    }
}
