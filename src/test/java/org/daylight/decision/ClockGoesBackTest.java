package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daylight.decision.replay.BulkReplay;
import org.daylight.decision.replay.Replay;
import org.daylight.decision.standing.Standings;
import org.daylight.fixture.SettableClock;
import org.daylight.fixture.Stores;
import org.daylight.problem.CallerProblemException;
import org.daylight.rulebase.RuleBase;
import org.daylight.store.EpochMicros;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The service's clock is put back, while it runs and while it is down. */
@ParameterizedClass
@EnumSource(Stores.class)
class ClockGoesBackTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant ELEVEN = NOON.minus(Duration.ofHours(1));
    private static final Instant DAY_BEFORE = NOON.minus(Duration.ofDays(1));

    private static final String QUESTION = "{\"scheme\":\"library\",\"service\":\"lending\",\"citizen\":\"ada\"}";

    private final String url;
    private final Path directory;
    private final SettableClock clock = new SettableClock(NOON);

    private LoggedTown logged;

    ClockGoesBackTest(Stores store, @TempDir Path directory) {
        this.url = store.url(directory);
        this.directory = directory;
        logged = new LoggedTown(url, directory, clock);
    }

    @BeforeEach
    void somebodyOfWhomSomethingIsKnown() {
        logged.town.enrol("library", "ada");
        state("e1");
        clock.set(ELEVEN);
    }

    @AfterEach
    void close() {
        assertThat(logged.findings()).as("log and store").isEmpty();
        logged.close();
    }

    private void state(String id) {
        logged.town.state("library.LateReturn", id, "ada", "2026-10-01", "{'daysLate':11}");
    }

    private Decision ask() {
        return logged.asked(QUESTION);
    }

    private void restart() {
        logged.close();
        logged = new LoggedTown(url, directory, clock);
    }

    private static void isAboutNoon(Instant moment) {
        assertThat(moment).isBetween(NOON, NOON.plusMillis(1));
    }

    private Replay replay() {
        return new Replay(logged.town.dossiers, logged.town.schemes::revision, logged.latest);
    }

    private List<Instant> inTheOrderOfPositions() {
        return logged.town.records.read(session -> session.handle()
                .createQuery("SELECT recorded_at FROM statement ORDER BY position")
                .mapTo(long.class)
                .map(EpochMicros::instant)
                .list());
    }

    private Standings.Page standing(String knownAt) {
        RuleBase rules = logged.town.schemes.live("library").orElseThrow().rules();
        TimePoints timePoints = TimePoints.parse(rules, null, knownAt, logged.latest);
        return new Standings(logged.town.dossiers).read(rules, "ada", timePoints, clock.instant());
    }

    @Test
    void recordedTimeGoesOnByMicrosecondsAndPositionsGoOnAlsoAfterARestart() {
        // given
        state("e2");
        Decision running = ask();
        // when
        clock.set(DAY_BEFORE);
        restart();
        state("e3");
        Decision restarted = ask();
        clock.set(NOON.plusSeconds(1));
        state("e4");
        // then
        List<Instant> recorded = inTheOrderOfPositions();
        assertThat(recorded).isSorted().doesNotHaveDuplicates().last().isEqualTo(NOON.plusSeconds(1));
        assertThat(recorded.subList(0, 3)).allSatisfy(ClockGoesBackTest::isAboutNoon);
        assertThat(running.header().recordedAt()).isAfter(recorded.get(1)).isBefore(recorded.get(2));
        assertThat(running.header().version().statements()).isEqualTo(2);
        assertThat(restarted.header().recordedAt()).isAfter(recorded.get(2)).satisfies(ClockGoesBackTest::isAboutNoon);
        assertThat(restarted.header().version().statements()).isEqualTo(3);
        assertThat(restarted.header().asOf()).as("the clock's").isEqualTo(DAY_BEFORE);
    }

    @Test
    void aDecisionKnowsWhatWasRecordedBeforeAndSaysSo() {
        Decision decision = ask();

        assertThat(decision.header().version().statements()).isEqualTo(1);
        assertThat(decision.assessment().adjustments()).hasSize(1);
        assertThat(decision.header().knownAt())
                .as("when the last thing that it knew was recorded")
                .isEqualTo(inTheOrderOfPositions().get(0));
        assertThat(decision.header().recordedAt()).isAfter(decision.header().knownAt());
    }

    @Test
    void aDecisionIsReplayedAlikeAlsoByTheMomentThatItNames() {
        // given
        Decision decision = ask();
        String knownAt = decision.header().knownAt().toString();
        // when something else is recorded before the clock has caught up
        state("e2");
        // then
        assertThat(replay().replay(decision).result()).isEqualTo(Replay.Result.IDENTICAL);
        assertThat(replay().replay(decision, null, knownAt).result()).isEqualTo(Replay.Result.IDENTICAL);
        restart();
        assertThat(replay().replay(decision, null, knownAt).result()).isEqualTo(Replay.Result.IDENTICAL);
        clock.set(NOON.plusSeconds(1));
        Replay.Report later = replay().replay(decision, null, clock.instant().toString());
        assertThat(later.result()).isEqualTo(Replay.Result.DIFFERENT);
        assertThat(later.why()).contains("by what was known at another");
    }

    @Test
    void whatWasRecordedIsNotAheadThoughTheClockIsBehindIt() {
        Instant recorded = inTheOrderOfPositions().get(0);
        assertThat(recorded).isAfter(clock.instant());
        assertThat(standing(recorded.toString()).adjustments()).hasSize(1);
        assertThat(standing("2026-11-23").knownAt()).isEqualTo(recorded);
        assertThat(standing(ELEVEN.toString()).adjustments()).isEmpty();
        assertThatExceptionOfType(CallerProblemException.class)
                .isThrownBy(() -> standing(NOON.plusSeconds(1).toString()))
                .satisfies(refused ->
                        assertThat(refused.violations().get(0).code()).isEqualTo("not-known-yet"));
    }

    @Test
    void everyDecisionOfThoseHoursIsFoundAndReplayedInBulk() {
        ask();
        clock.set(DAY_BEFORE);
        ask();
        restart();
        ask();

        BulkReplay.Totals totals = new BulkReplay(new DecisionHistory(logged.town.records), replay())
                .run(NOON, NOON.plusSeconds(1), Optional.empty(), line -> {});

        assertThat(totals.identical()).isEqualTo(totals.all()).isEqualTo(3);
    }
}
