package org.daylight.server;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps a failure's cause in the log and gives the caller only the id to find it by. */
@Singleton
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    Problem internal(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "request failed, id %s", id);
        return Problem.ours(id);
    }
}
