package org.daylight.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daylight.decision.replay.ReplaySample;
import org.daylight.log.Log;
import org.daylight.publication.LiveSchemes;
import org.daylight.store.GroupWriter;

/** Measures the writer's queue and groups, the log's size, the results of replays, and the schemes' problems. */
@Singleton
record ServiceMetrics(GroupWriter writer, Log log, ReplaySample sample, LiveSchemes schemes) implements MeterBinder {
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
        schemes(registry);
    }

    private void schemes(MeterRegistry registry) {
        MultiGauge problems = MultiGauge.builder("daylight.scheme.problems")
                .description("Errors that keep the scheme's latest edit from going live; expected 0")
                .register(registry);
        MultiGauge since = MultiGauge.builder("daylight.scheme.problems.since")
                .description("From when on no edit of the scheme was without errors, in seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
        Runnable refresh = () -> {
            Map<String, Long> errors = new TreeMap<>();
            Map<String, Long> seconds = new TreeMap<>();
            schemes.ids().forEach(id -> errors.put(id, 0L));
            schemes.troubled().forEach((id, trouble) -> {
                errors.put(id, trouble.errors());
                seconds.put(id, trouble.since().getEpochSecond());
            });
            problems.register(rows(errors), true);
            since.register(rows(seconds), true);
        };
        refresh.run();
        schemes.whenChanged(refresh);
    }

    private static List<MultiGauge.Row<?>> rows(Map<String, Long> values) {
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(value -> MultiGauge.Row.of(Tags.of("scheme", value.getKey()), value.getValue()))
                .toList();
    }
}
