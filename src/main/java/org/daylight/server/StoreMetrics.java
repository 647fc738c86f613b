package org.daylight.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.daylight.store.GroupWriter;

/** Shows how full the writer's queue is, and how many writes share a sync. */
@Singleton
class StoreMetrics implements MeterBinder {
    private final GroupWriter writer;

    StoreMetrics(GroupWriter writer) {
        this.writer = writer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("daylight.store.queued", writer, GroupWriter::queued)
                .description("Writes that wait for their group")
                .register(registry);
        FunctionCounter.builder("daylight.store.writes", writer, GroupWriter::writes)
                .description("Writes answered since the start")
                .register(registry);
        FunctionCounter.builder("daylight.store.groups", writer, GroupWriter::groups)
                .description("Groups committed since the start, one sync each")
                .register(registry);
    }
}
