package org.daylight.before;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.daylight.fixture.SettableClock;

/** The clock of a service whose answers are compared: it stands still until a script sets it. */
@Alternative
@Singleton
class StoppedClock {
    static final Instant BEGIN = Instant.parse("2026-11-02T08:00:00Z");

    @Produces
    @Singleton
    SettableClock clock() {
        return new SettableClock(BEGIN);
    }
}
