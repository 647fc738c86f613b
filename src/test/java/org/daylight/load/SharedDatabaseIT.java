package org.daylight.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daylight.fixture.PostgresServer;
import org.daylight.fixture.RuleFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services share a PostgreSQL. Both are sent the same statements about the same citizens, and questions; one folder of rules
 * is edited meanwhile; one service is killed and started again.
 */
class SharedDatabaseIT {
    private static final int CONNECTIONS = 2;
    private static final int ENOUGH = 200;
    /** Statements go on coming while services start and compile, and leave them the processors to do so. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration SOON = Duration.ofMinutes(10);
    private static final List<String> CITIZENS =
            IntStream.range(0, 20).mapToObj("shared-%03d"::formatted).toList();

    private final String url = PostgresServer.migrated();
    private final Promises promises = new Promises();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> sending = new ArrayList<>();

    @TempDir
    private Path work;

    @Test
    void everyPromiseOfEitherIsKeptByBoth() throws Exception {
        PackagedService.Start first = start("first");
        PackagedService.Start second = start("second");
        Future<Replaceable> starting = threads.submit(() -> new Replaceable(second));
        try (PackagedService packagedService = PackagedService.start(first);
                Replaceable two = starting.get()) {
            Caller caller = new Caller(packagedService.address());
            Witness witness = new Witness(url, masterKey(), work.resolve("witness"));
            witness.meets("first", packagedService);
            witness.meets("second", two.service);
            witness.verifiesLog("first", packagedService);
            witness.verifiesLog("second", two.service);
            Enrolling.all(caller, CITIZENS);
            send("before", packagedService, two.service);
            awaitMore();

            String before = revision(packagedService);
            edit(first);
            await().atMost(SOON).until(() -> !revision(packagedService).equals(before));
            await().atMost(SOON).until(() -> revision(two.service).equals(revision(packagedService)));

            two.service.kill();
            awaitMore();
            two.startAgain();
            // Its folder was not edited, so it makes live again what was live before; then that is so everywhere.
            await().atMost(SOON)
                    .until(() -> revision(packagedService).equals(before)
                            && revision(two.service).equals(before));
            send("after", packagedService, two.service);
            awaitMore();
            promises.stop();
            for (Future<?> sender : sending) {
                sender.get();
            }

            new Audit(url, masterKey(), caller, CITIZENS).check(promises);
            new Audit(url, masterKey(), new Caller(two.service.address()), CITIZENS).checkEverything(promises);
            witness.verifiesLog("first", packagedService);
            witness.verifiesLog("second", two.service);
            witness.verifiesStore();
        }
    }

    /** Both are sent the same by senders of one name, and each something of its own. */
    private void send(String name, PackagedService... services) {
        for (int number = 0; number < services.length; number++) {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                String shared = name + "-" + connection;
                String own = shared + "-of-" + number;
                sending.add(threads.submit(new Sender(shared, services[number].address(), CITIZENS, promises, PAUSE)));
                sending.add(threads.submit(new Sender(own, services[number].address(), CITIZENS, promises, PAUSE)));
            }
        }
    }

    private void awaitMore() {
        int statements = promises.statements().size() + ENOUGH;
        int decisions = promises.decisions().size() + ENOUGH / 5;
        await().atMost(SOON)
                .until(() -> promises.statements().size() > statements
                        && promises.decisions().size() > decisions);
    }

    private static String revision(PackagedService service) throws IOException {
        return new Caller(service.address())
                .get(null, "/schemes/community")
                .json()
                .path("revision")
                .asText();
    }

    private static void edit(PackagedService.Start which) throws IOException {
        try (Stream<Path> files = Files.list(which.rules().resolve("community"))) {
            Path file = files.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, "\n// edited while two services ran\n", StandardOpenOption.APPEND);
        }
    }

    /** One for both: each opens what the other sealed. */
    private Path masterKey() {
        return work.resolve("master.key");
    }

    private PackagedService.Start start(String name) throws IOException {
        return new PackagedService.Start(
                        RuleFolders.community(work.resolve(name + "-rules")),
                        work.resolve(name),
                        Path.of("target", "shared-" + name + ".log"),
                        List.of(
                                "-Ddaylight.store.url=" + url,
                                "-Ddaylight.log.origin=localhost/" + name,
                                "-Ddaylight.vault.key-file=" + masterKey()),
                        List.of())
                .inAHurry();
    }

    /** A service that another one takes the place of. */
    private static final class Replaceable implements AutoCloseable {
        private final PackagedService.Start how;
        private PackagedService service;

        Replaceable(PackagedService.Start how) throws IOException {
            this.how = how;
            this.service = PackagedService.start(how);
        }

        void startAgain() throws IOException {
            service = PackagedService.start(how);
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
