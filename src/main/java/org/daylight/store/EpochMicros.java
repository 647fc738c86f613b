package org.daylight.store;

import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Instants as the tables hold them: whole microseconds since the epoch. */
public final class EpochMicros {
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    private EpochMicros() {}

    /** Makes Jdbi bind and read instants so. */
    static void register(Jdbi jdbi) {
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> instant(row.getLong(column)));
        jdbi.registerArgument(new AbstractArgumentFactory<Instant>(Types.BIGINT) {
            @Override
            protected Argument build(Instant instant, ConfigRegistry config) {
                return (position, statement, context) -> statement.setLong(position, of(instant));
            }
        });
    }

    public static long of(Instant instant) {
        // Not ChronoUnit.between, which counts nanoseconds on the way and so ends in the year 2262.
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_A_SECOND), instant.getNano() / NANOS_A_MICRO);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The instant without what the tables cannot hold. */
    public static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
