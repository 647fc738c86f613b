package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daylight.dossier.DossierVersion;
import org.daylight.fixture.SettableClock;
import org.daylight.fixture.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The moment that a decision names as known is exact: whoever asks for it later finds what the decision knew, and no more. */
@ParameterizedClass
@EnumSource(Stores.class)
class KnownAtTest {
    private static final String QUESTION = "{\"scheme\":\"library\",\"service\":\"lending\",\"citizen\":\"ada\"}";
    private static final int SENDERS = 4;
    private static final int STATEMENTS = 60;

    private final String url;
    private final Path directory;

    KnownAtTest(Stores store, @TempDir Path directory) {
        this.url = store.url(directory);
        this.directory = directory;
    }

    @Test
    void whatIsBeingRecordedWhileADecisionIsMadeIsNotKnownAtItsMoment() throws Exception {
        try (LoggedTown logged = new LoggedTown(url, directory, Clock.systemUTC())) {
            logged.town.enrol("library", "ada");
            ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
            List<Future<?>> sending = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                String name = "sender-" + sender + "-";
                sending.add(senders.submit(() -> {
                    for (int i = 0; i < STATEMENTS; i++) {
                        state(logged, name + i);
                    }
                }));
            }
            List<DecisionHeader> asked = new ArrayList<>();
            while (!sending.stream().allMatch(Future::isDone)) {
                asked.add(logged.asked(QUESTION).header());
            }
            for (Future<?> each : sending) {
                each.get();
            }
            senders.shutdown();

            assertThat(asked.stream().map(DecisionHeader::version).distinct())
                    .as("decisions fell between statements")
                    .hasSizeGreaterThan(5);
            assertThat(asked)
                    .allSatisfy(one -> assertThat(markAt(logged, one.knownAt())).isEqualTo(one.version()));
        }
    }

    @Test
    void soItIsWhereTheClockStandsStill() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
        try (LoggedTown logged = new LoggedTown(url, directory, clock)) {
            logged.town.enrol("library", "ada");
            List<DecisionHeader> asked = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                state(logged, "event-" + i);
                asked.add(logged.asked(QUESTION).header());
            }

            assertThat(asked).extracting(one -> one.version().statements()).containsExactly(1L, 2L, 3L);
            assertThat(asked)
                    .allSatisfy(one -> assertThat(markAt(logged, one.knownAt())).isEqualTo(one.version()));
        }
    }

    private static DossierVersion markAt(LoggedTown logged, Instant moment) {
        return logged.town
                .dossiers
                .known("library", "ada", Optional.of(moment), null)
                .version();
    }

    private static void state(LoggedTown logged, String id) {
        logged.town.state("library.LateReturn", id, "ada", "2026-10-01", "{'daysLate':11}");
    }
}
