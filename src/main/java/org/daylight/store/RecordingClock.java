package org.daylight.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Tells the moment up to which anything can be known: now, or the last recorded moment where the clock was set back behind it, or
 * runs behind that of another process. It asks the database each time.
 */
public final class RecordingClock extends Clock {
    private final Clock clock;
    private final Database database;

    public RecordingClock(Clock clock, Database database) {
        this.clock = clock;
        this.database = database;
    }

    @Override
    public Instant instant() {
        Instant now = clock.instant();
        Instant recorded = database.reading()
                .withHandle(handle -> handle.createQuery("SELECT recorded_at FROM recording")
                        .mapTo(Instant.class)
                        .one());
        return recorded.isAfter(now) ? recorded : now;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RecordingClock(clock.withZone(zone), database);
    }
}
