package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.daylight.dossier.Dossiers;
import org.daylight.fixture.RuleFolders;
import org.daylight.records.RecordStore;
import org.daylight.scheme.Statement;
import org.daylight.store.Database;
import org.daylight.vault.KeyFile;
import org.daylight.vault.MasterKeySource;
import org.daylight.vault.Vault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many requests at once, while a rule file is edited. How many, and how many edits, the build says: few in every build, 20,000
 * and ten in the profile {@code long}.
 */
@Tag("load")
class LoadIT {
    private static final int REQUESTS = Integer.getInteger("daylight.load.requests");
    private static final int EDITS = Integer.getInteger("daylight.load.edits");
    private static final int CONNECTIONS = 16;
    private static final int REPLAY_EVERY = 100;

    /** So many requests tell how fast the service is. Fewer do not, and leave the processors to the edits in the end. */
    private static final boolean MEASURED = REQUESTS >= 10_000;

    private static final int MILLIS_BETWEEN_REQUESTS = 500;

    private static final List<String> CITIZENS =
            IntStream.range(0, 200).mapToObj("load-%03d"::formatted).toList();

    private static final Acknowledged ACKNOWLEDGED = new Acknowledged();
    private static final Measurements MEASUREMENTS = new Measurements();
    private static final List<String> REPLAYS = new ArrayList<>();

    @TempDir
    static Path work;

    private static RuleEdits edits;

    @BeforeAll
    static void runTheLoad() throws Exception {
        Path folder = work.resolve("rules");
        Path rules = MEASURED ? RuleFolders.all(folder) : RuleFolders.community(folder);
        PackagedService.Start start = new PackagedService.Start(
                rules, work.resolve("data"), Path.of("target", "load.log"), List.of(), List.of());
        try (PackagedService service = PackagedService.start(MEASURED ? start : start.inAHurry())) {
            Caller caller = new Caller(service.address());
            Enrolling.all(caller, CITIZENS);
            edits = new RuleEdits(rules.resolve("community"), service.address());
            long begun = System.nanoTime();
            load(service);
            System.out.println(MEASUREMENTS.table(System.nanoTime() - begun));
            edits.periods().stream()
                    .skip(1)
                    .forEach(period -> System.out.printf("edit live after %d ms%n", period.millisToLive()));
            replay(caller);
        }
    }

    @Test
    void noRequestFails() {
        assertThat(MEASUREMENTS.errors()).isEmpty();
        assertThat(MEASUREMENTS.count()).isGreaterThanOrEqualTo(REQUESTS);
    }

    @Test
    void everyAcknowledgedStatementIsKeptOnce() {
        try (Database database =
                Database.open("jdbc:sqlite:" + work.resolve("data").resolve("daylight.db"))) {
            Vault vault = Vault.open(
                    database,
                    new MasterKeySource(
                            Optional.empty(), new KeyFile(work.resolve("data").resolve("master.key"))));
            Dossiers dossiers = new Dossiers(RecordStore.toRead(database, vault));
            List<String> kept = CITIZENS.stream()
                    .flatMap(citizen -> dossiers.known("community", citizen).dossier().statements().stream())
                    .map(Statement::id)
                    .toList();

            assertThat(kept)
                    .containsExactlyInAnyOrderElementsOf(ACKNOWLEDGED.statements().stream()
                            .map(Acknowledged.Sent::id)
                            .toList());
        }
    }

    @Test
    void everyDecisionIsKeptOnce() {
        try (Database database =
                Database.open("jdbc:sqlite:" + work.resolve("data").resolve("daylight.db"))) {
            List<String> kept = database.reading().withHandle(handle -> handle.createQuery("SELECT id FROM decision")
                    .mapTo(String.class)
                    .list());

            assertThat(kept)
                    .containsExactlyInAnyOrderElementsOf(ACKNOWLEDGED.decisions().stream()
                            .map(Acknowledged.Decision::id)
                            .toList());
        }
    }

    @Test
    void aReplayedDecisionIsIdentical() {
        assertThat(REPLAYS).isNotEmpty().containsOnly("IDENTICAL");
    }

    @Test
    void eachDecisionNamesARevisionThatWasLiveWhenItWasMade() {
        assertThat(ACKNOWLEDGED.decisions())
                .isNotEmpty()
                .allMatch(decision ->
                        edits.mayHaveAnswered(decision.revision(), decision.sentNanos(), decision.receivedNanos()));
    }

    @Test
    void everyGoodEditWentLive() {
        int broken = EDITS / 3;

        assertThat(edits.periods()).hasSize(1 + EDITS - broken);
        assertThat(ACKNOWLEDGED.decisions().stream()
                        .map(Acknowledged.Decision::revision)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    /** Runs on until both the requests are sent and the edits are made. */
    private static void load(PackagedService service) throws Exception {
        AtomicInteger left = new AtomicInteger(REQUESTS);
        AtomicBoolean edited = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS + 1);
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            Connection connection = new Connection(number, service.address(), CITIZENS, ACKNOWLEDGED, MEASUREMENTS);
            running.add(threads.submit(() -> {
                while (left.getAndDecrement() > 0 || !edited.get()) {
                    connection.send();
                    if (!MEASURED && left.get() <= 0) {
                        Thread.sleep(MILLIS_BETWEEN_REQUESTS);
                    }
                }
                return connection;
            }));
        }
        running.add(threads.submit(() -> {
            try {
                edits.make(EDITS);
            } finally {
                edited.set(true);
            }
            return EDITS;
        }));
        for (Future<?> future : running) {
            future.get();
        }
        threads.shutdown();
    }

    private static void replay(Caller auditor) throws IOException {
        List<Acknowledged.Decision> decisions = ACKNOWLEDGED.decisions();
        for (int i = 0; i < decisions.size(); i += REPLAY_EVERY) {
            String path = "/decisions/" + decisions.get(i).id() + "/replay";
            Caller.Answer answer = auditor.post("auditor", path, "application/json", "");
            REPLAYS.add(answer.status() == 200 ? answer.json().path("result").asText() : answer.text());
        }
    }
}
