package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.daylight.fixture.Stores;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class GroupWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

    private final Stores store;
    private final Path directory;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Database database;

    GroupWriterTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
        this.database = Database.open(store.url(directory));
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        database.close();
    }

    @Test
    void whatAWriteStoredIsVisibleToReadersOnceItReturns() {
        try (GroupWriter writer = writer(Clock.systemUTC())) {
            for (int i = 0; i < 50; i++) {
                String hash = "hash-" + i;
                writer.write((handle, at) -> keep(handle, hash));

                assertThat(kept()).contains(hash);
            }
        }
    }

    @Test
    void writesThatWaitTogetherAreCommittedTogether() throws Exception {
        try (GroupWriter writer = writer(Clock.systemUTC())) {
            Gate gate = new Gate(writer);
            List<Future<?>> waiting = submit(writer, 20);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 20);
            gate.open();
            await(waiting);

            assertThat(writer.groups()).as("the gate's group and one more").isEqualTo(2);
            assertThat(writer.writes()).isEqualTo(21);
            assertThat(kept()).hasSize(20);
        }
    }

    @Test
    void aFailingWriteFailsAloneAndLeavesNothingHalfWritten() throws Exception {
        try (GroupWriter writer = writer(Clock.systemUTC())) {
            Gate gate = new Gate(writer);
            Future<?> before = callers.submit(() -> writer.write((handle, at) -> keep(handle, "before")));
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 1);
            CompletableFuture<?> failing = CompletableFuture.supplyAsync(
                    () -> writer.write((handle, at) -> {
                        keep(handle, "half");
                        throw new IllegalArgumentException("changed my mind");
                    }),
                    callers);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 2);
            Future<?> after = callers.submit(() -> writer.write((handle, at) -> keep(handle, "after")));
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 3);
            gate.open();

            before.get();
            after.get();
            assertThatThrownBy(failing::join)
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("changed my mind");
            assertThat(kept()).containsExactlyInAnyOrder("before", "after");
        }
    }

    @Test
    void aGroupThatCannotBeCommittedFailsForAllOfItAndTheNextOneIsKept() throws Exception {
        try (GroupWriter writer = writer(Clock.systemUTC())) {
            Gate gate = new Gate(writer);
            CompletableFuture<?> innocent = CompletableFuture.supplyAsync(
                    () -> writer.write((handle, at) -> keep(handle, "innocent")), callers);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 1);
            CompletableFuture<?> culprit = CompletableFuture.supplyAsync(
                    () -> writer.write((handle, at) -> handle.execute("ROLLBACK")), callers);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 2);
            gate.open();

            assertThatThrownBy(innocent::join).cause().isInstanceOf(StoreFailureException.class);
            assertThatThrownBy(culprit::join).cause().isInstanceOf(StoreFailureException.class);
            assertThat(kept()).isEmpty();
            writer.write((handle, at) -> keep(handle, "next"));
            assertThat(kept()).containsExactly("next");
        }
    }

    @Test
    void recordedTimeNeverGoesBackThoughTheClockDoes() {
        Instant jumpedBack = NOON.minus(Duration.ofDays(400));
        TickingClock clock = new TickingClock(NOON, jumpedBack, NOON.plusNanos(1_999));
        try (GroupWriter writer = writer(clock)) {
            List<Instant> recorded = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                recorded.add(writer.write((handle, at) -> at));
            }

            assertThat(recorded)
                    .as("whole microseconds, each later than the one before")
                    .containsExactly(NOON, NOON.plusNanos(1_000), NOON.plusNanos(2_000));
        }
    }

    @Test
    void recordedTimeDoesNotGoBackAcrossARestartEither() {
        try (GroupWriter writer = writer(new TickingClock(NOON))) {
            writer.write((handle, at) -> keep(handle, "before"));
        }
        database.close();
        database = Database.open(store.url(directory));

        try (GroupWriter writer = writer(new TickingClock(NOON.minusSeconds(3600)))) {
            assertThat(writer.<Instant>write((handle, at) -> at))
                    .isBetween(NOON.plusNanos(1_000), NOON.plusNanos(9_000));
        }
    }

    @Test
    void aFullQueueIsRefusedAndKeepsNothingOfTheRefused() throws Exception {
        try (GroupWriter writer = new GroupWriter(database, Clock.systemUTC(), new GroupWriter.Capacity(3, 8))) {
            Gate gate = new Gate(writer);
            List<Future<?>> waiting = submit(writer, 3);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 3);

            assertThatThrownBy(() -> writer.write((handle, at) -> keep(handle, "too much")))
                    .isInstanceOfSatisfying(StoreBusyException.class, busy -> assertThat(busy.retryAfter())
                            .isPositive());

            gate.open();
            await(waiting);
            assertThat(kept()).hasSize(3).doesNotContain("too much");
        }
    }

    @Test
    void closingFinishesWhatWaitsAndRefusesWhatComesLater() throws Exception {
        GroupWriter writer = writer(Clock.systemUTC());
        Gate gate = new Gate(writer);
        List<Future<?>> waiting = submit(writer, 10);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == 10);

        Future<?> closing = callers.submit(writer::close);
        gate.open();
        closing.get();

        await(waiting);
        assertThat(kept()).hasSize(10);
        assertThatThrownBy(() -> writer.write((handle, at) -> keep(handle, "late")))
                .isInstanceOf(StoreBusyException.class);
    }

    /** Holds the writer's thread in a group of its own, so that a test says what the next group holds. */
    private final class Gate {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final Future<?> held;

        Gate(GroupWriter writer) throws InterruptedException {
            CountDownLatch entered = new CountDownLatch(1);
            held = callers.submit(() -> writer.write((handle, at) -> {
                entered.countDown();
                return Interruptibly.await(opened);
            }));
            entered.await();
        }

        void open() throws Exception {
            opened.countDown();
            held.get();
        }
    }

    private static final class Interruptibly {
        static boolean await(CountDownLatch latch) {
            try {
                latch.await();
                return true;
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    private List<Future<?>> submit(GroupWriter writer, int count) {
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String hash = "hash-" + i;
            waiting.add(callers.submit(() -> writer.write((handle, at) -> keep(handle, hash))));
        }
        return waiting;
    }

    private static void await(List<Future<?>> waiting) throws Exception {
        for (Future<?> each : waiting) {
            each.get();
        }
    }

    private GroupWriter writer(Clock clock) {
        return new GroupWriter(database, clock, GroupWriter.Capacity.DEFAULT);
    }

    private static int keep(Handle handle, String hash) {
        return handle.execute("INSERT INTO revision VALUES (?, 'community', 1, ?)", hash, new byte[1]);
    }

    private List<String> kept() {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT hash FROM revision")
                .mapTo(String.class)
                .list());
    }
}
