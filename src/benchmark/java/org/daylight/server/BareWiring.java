package org.daylight.server;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.daylight.store.BareLog;
import org.daylight.store.Database;

/** What the bare doors keep their answers in: a file beside the database. */
class BareWiring {
    /** The database is asked for only so that its directory is there. */
    @Produces
    @Singleton
    BareLog bare(Database database, DaylightConfig config) {
        return new BareLog(config.data().resolve("bare.log"));
    }
}
