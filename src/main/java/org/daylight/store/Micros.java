package org.daylight.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the tables hold them: whole microseconds since the epoch. */
public final class Micros {
    private Micros() {}

    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, truncate(instant));
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The instant without what the tables cannot hold. */
    public static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
