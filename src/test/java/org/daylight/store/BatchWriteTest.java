package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.daylight.fixture.Stores;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class BatchWriteTest {
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<List<String>> runs = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Database database;
    private GroupWriter writer;

    BatchWriteTest(Stores store, @TempDir Path directory) {
        this.database = Database.open(store.url(directory));
    }

    /** The writer is held in a group of its own, so that what is sent meanwhile comes in one. */
    @BeforeEach
    void hold() throws InterruptedException {
        writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT);
        CountDownLatch entered = new CountDownLatch(1);
        callers.execute(() -> writer.write((handle, at) -> {
            entered.countDown();
            return await(opened);
        }));
        entered.await();
    }

    @AfterEach
    void close() {
        writer.close();
        callers.shutdownNow();
        database.close();
    }

    @Test
    void callersOfTheSameWriteAreServedInOneRunAndEachIsToldItsOwn() {
        BatchWrite<String, String> write = this::keep;
        CompletableFuture<String> first = send(write, "first");
        CompletableFuture<Integer> between = sendAlone("between");
        CompletableFuture<String> second = send(write, "second");
        opened.countDown();

        assertThat(first.join()).isEqualTo("kept first");
        assertThat(between.join()).isEqualTo(1);
        assertThat(second.join()).isEqualTo("kept second");
        assertThat(runs).containsExactly(List.of("first", "second"));
        assertThat(kept()).containsExactlyInAnyOrder("first", "between", "second");
    }

    @Test
    void whoIsRefusedCostsTheOthersNothing() {
        BatchWrite<String, String> write = this::keepWhatIsShort;
        CompletableFuture<String> before = send(write, "before");
        CompletableFuture<String> refused = send(write, "much too long");
        CompletableFuture<String> after = send(write, "after");
        opened.countDown();

        assertThat(before.join()).isEqualTo("kept before");
        assertThat(after.join()).isEqualTo("kept after");
        assertThatThrownBy(refused::join).cause().hasMessage("too long");
        assertThat(runs).as("nothing is undone, and nothing runs again").hasSize(1);
        assertThat(kept()).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void aRunThatFailsIsUndoneAndEachRunsAlone() {
        BatchWrite<String, String> write = this::keepUnlessBroken;
        CompletableFuture<String> before = send(write, "before");
        CompletableFuture<String> broken = send(write, "broken");
        CompletableFuture<String> after = send(write, "after");
        opened.countDown();

        assertThat(before.join()).isEqualTo("kept before");
        assertThat(after.join()).isEqualTo("kept after");
        assertThatThrownBy(broken::join).cause().isInstanceOf(IllegalArgumentException.class);
        assertThat(runs)
                .containsExactly(
                        List.of("before", "broken", "after"), List.of("before"), List.of("broken"), List.of("after"));
        assertThat(kept()).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void whatIsWrittenInAnotherWayHasARunOfItsOwn() {
        CompletableFuture<String> completableFuture = send(this::keep, "one");
        CompletableFuture<String> other = send(this::keepWhatIsShort, "other");
        opened.countDown();

        assertThat(List.of(completableFuture.join(), other.join())).containsExactly("kept one", "kept other");
        assertThat(runs).containsExactly(List.of("one"), List.of("other"));
    }

    @Test
    void anOutcomeThatIsMissingIsNobodysAnswer() {
        CompletableFuture<String> completableFuture = send((handle, at, items) -> List.of(), "one");
        opened.countDown();

        assertThatThrownBy(completableFuture::join).cause().isInstanceOf(IllegalStateException.class);
    }

    private List<WriteResult<String>> keep(Handle handle, Instant at, List<String> items) {
        runs.add(items);
        return items.stream().map(item -> kept(handle, item)).toList();
    }

    private List<WriteResult<String>> keepWhatIsShort(Handle handle, Instant at, List<String> items) {
        runs.add(items);
        return items.stream()
                .map(item -> item.length() > 8
                        ? new WriteResult.Refused<String>(new IllegalStateException("too long"))
                        : kept(handle, item))
                .toList();
    }

    private List<WriteResult<String>> keepUnlessBroken(Handle handle, Instant at, List<String> items) {
        List<WriteResult<String>> outcomes = keep(handle, at, items);
        if (items.contains("broken")) {
            throw new IllegalArgumentException("broken");
        }
        return outcomes;
    }

    private static WriteResult<String> kept(Handle handle, String item) {
        insert(handle, item);
        return new WriteResult.Kept<>("kept " + item);
    }

    private static int insert(Handle handle, String hash) {
        return handle.execute("INSERT INTO revision VALUES (?, 'community', 1, ?)", hash, new byte[1]);
    }

    /** Returns once it waits in the queue, so that the order is the test's. */
    private CompletableFuture<String> send(BatchWrite<String, String> write, String item) {
        int queued = writer.queued();
        CompletableFuture<String> sent = CompletableFuture.supplyAsync(() -> writer.write(write, item), callers);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == queued + 1);
        return sent;
    }

    private CompletableFuture<Integer> sendAlone(String item) {
        int queued = writer.queued();
        CompletableFuture<Integer> sent =
                CompletableFuture.supplyAsync(() -> writer.write((handle, at) -> insert(handle, item)), callers);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> writer.queued() == queued + 1);
        return sent;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private List<String> kept() {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT hash FROM revision")
                .mapTo(String.class)
                .list());
    }
}
