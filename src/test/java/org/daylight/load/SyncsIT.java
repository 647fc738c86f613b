package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daylight.fixture.RuleFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the system calls that sync the write-ahead log, with strace, against the groups that were acknowledged. */
class SyncsIT {
    private static final int CONNECTIONS = 16;
    private static final int ENOUGH = 300;
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final List<String> CITIZENS =
            IntStream.range(0, 20).mapToObj("sync-%03d"::formatted).toList();

    @TempDir
    private Path work;

    @Test
    void eachAcknowledgedGroupWasSynced() throws Exception {
        Path calls = work.resolve("calls");
        List<String> strace = List.of(
                "strace", "-D", "-f", "-y", "--seccomp-bpf", "-e", "trace=fsync,fdatasync", "-o", calls.toString());
        assumeTrue(works(strace), "strace is missing or may not trace, so the syncs were not counted");
        Promises promises = new Promises();
        PackagedService.Start how = new PackagedService.Start(
                RuleFolders.community(work.resolve("rules")),
                work.resolve("data"),
                Path.of("target", "syncs.log"),
                List.of(),
                strace);
        long groups;
        long acknowledged;
        try (PackagedService service = PackagedService.start(how.inAHurry())) {
            Caller caller = new Caller(service.address());
            Enrolling.all(caller, CITIZENS);
            load(service, promises);
            groups = metric(caller, "daylight_store_groups_total");
            acknowledged =
                    (long) promises.requests().size() + promises.decisions().size();
        }
        await().atMost(SOON).until(() -> lines(calls).anyMatch(line -> line.contains("+++ exited")));
        long syncs = lines(calls)
                .filter(line -> line.contains("sync(") && line.contains("daylight.db-wal>"))
                .count();

        System.out.printf("%d requests acknowledged in %d groups, %d syncs of the log%n", acknowledged, groups, syncs);
        assertThat(promises.broken()).isEmpty();
        assertThat(acknowledged).isGreaterThan(ENOUGH);
        assertThat(syncs).isGreaterThanOrEqualTo(groups);
        assertThat(groups).as("groups are shared").isLessThan(acknowledged);
    }

    private static void load(PackagedService service, Promises promises) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            running.add(threads.submit(new Sender("s" + number, service.address(), CITIZENS, promises)));
        }
        await().atMost(SOON)
                .until(() -> promises.requests().size() + promises.decisions().size() > ENOUGH + CONNECTIONS);
        promises.stop();
        for (Future<?> future : running) {
            future.get();
        }
        threads.shutdown();
    }

    private static long metric(Caller caller, String name) throws IOException {
        return caller.get(null, "/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream();
    }

    private static boolean works(List<String> strace) throws InterruptedException {
        try {
            List<String> command = new ArrayList<>(strace);
            command.set(command.size() - 1, "/dev/null");
            command.add("true");
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
