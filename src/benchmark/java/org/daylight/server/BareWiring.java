package org.daylight.server;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.daylight.store.BareLog;
import org.daylight.store.Database;

/** Makes the file beside the database in which the bare endpoints keep their answers. */
class BareWiring {
    /** The database is asked for only so that its directory is there. */
    @Produces
    @Singleton
    BareLog bare(Database database, DaylightConfig config) {
        return new BareLog(config.data().resolve("bare.log"));
    }
}
