package org.daylight.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.daylight.decision.replay.ReplaySample;
import org.daylight.log.Log;
import org.daylight.store.GroupWriter;

/** Measures the writer's queue and groups, the log's size, and the results of replays. */
@Singleton
record ServiceMetrics(GroupWriter writer, Log log, ReplaySample sample) implements MeterBinder {
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
        Gauge.builder("daylight.log.size", log, Log::size)
                .description("Leaves under the last checkpoint of the log")
                .tag("origin", log.name())
                .register(registry);
        FunctionCounter.builder("daylight.replay.checked", sample, ReplaySample::checked)
                .description("Recorded decisions replayed in the background since the start")
                .register(registry);
        FunctionCounter.builder("daylight.replay.mismatches", sample, ReplaySample::mismatches)
                .description(
                        "Of these, decisions that came out differently, or could not be run again though nobody was erased")
                .register(registry);
        Gauge.builder("daylight.replay.mismatch.rate", sample, ReplaySample::mismatchRate)
                .description("Mismatches among the decisions replayed, 0 to 1; expected 0")
                .register(registry);
    }
}
