package org.daylight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.daylight.decision.DecisionHistory;
import org.daylight.decision.replay.Replay;
import org.daylight.decision.replay.ReplaySample;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String RULE =
            "rule \"Open\" when Request( service == \"lending\" ) then decision.grant(); end\n";

    private final MeterRegistry registry = new SimpleMeterRegistry();

    private double value(String metric) {
        Gauge gauge = registry.find(metric).tag("scheme", "library").gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    @Test
    void metricsAndHealthSayWhichSchemeHasProblemsAndSinceWhen(@TempDir Path directory) {
        // given
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Town.write(directory, "library", SchemeText.library().rules(RULE));
        try (Town town = Town.open(Stores.SQLITE.url(directory), directory, clock)) {
            DecisionHistory history = new DecisionHistory(town.records);
            Replay replay = new Replay(town.dossiers, town.schemes::revision, clock);
            ReplaySample sample = new ReplaySample(history, replay, new SplittableRandom(1));
            new ServiceMetrics(town.writer, town.log, sample, town.schemes).bindTo(registry);
            assertThat(value("daylight.scheme.problems")).isZero();
            assertThat(value("daylight.scheme.problems.since")).isNaN();
            // when
            Town.write(directory, "library", SchemeText.library().rules(RULE + "rule"));
            // then
            Duration soon = Duration.ofMinutes(2);
            await().atMost(soon).until(() -> value("daylight.scheme.problems") == 1);
            assertThat(value("daylight.scheme.problems.since")).isEqualTo((double) NOW.getEpochSecond());
            HealthCheckResponse health =
                    new HealthChecks().schemes(town.schemes).call();
            assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(health.getData().orElseThrow())
                    .containsEntry("library problems since", NOW.toString())
                    .containsKey("library problems");
            // when it is mended
            Town.write(directory, "library", SchemeText.library().rules(RULE));
            // then
            await().atMost(soon).until(() -> value("daylight.scheme.problems") == 0);
            assertThat(value("daylight.scheme.problems.since")).isNaN();
        }
    }
}
