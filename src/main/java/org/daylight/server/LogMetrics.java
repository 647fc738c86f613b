package org.daylight.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.daylight.log.Log;

/** Shows how large the log is; it only ever grows. */
@Singleton
class LogMetrics implements MeterBinder {
    private final Log log;

    LogMetrics(Log log) {
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("daylight.log.size", log, Log::size)
                .description("Leaves under the last checkpoint of the log")
                .tag("origin", log.name())
                .register(registry);
    }
}
