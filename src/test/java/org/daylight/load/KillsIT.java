package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.daylight.fixture.RuleFolders;
import org.daylight.fixture.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the service at random moments under load and starts it again. How often, the build says: five times in every build, a
 * hundred times in the profile {@code long}, and a fifth of that on PostgreSQL.
 */
@Tag("kills")
class KillsIT {
    private static final int KILLS = Integer.getInteger("daylight.kills");
    private static final int CONNECTIONS = 8;
    private static final int MILLIS_BEFORE_A_KILL_MAX = 1_500;
    private static final List<String> CITIZENS =
            IntStream.range(0, 40).mapToObj("kill-%03d"::formatted).toList();

    private final Random random = new Random();

    @ParameterizedTest
    @EnumSource(Stores.class)
    void nothingAcknowledgedIsLostAndNothingIsHalfKept(Stores store, @TempDir Path work) throws Exception {
        int kills = store == Stores.SQLITE ? KILLS : Math.max(1, KILLS / 5);
        Path data = work.resolve("data");
        String url = store.url(data);
        PackagedService.Start how = new PackagedService.Start(
                        RuleFolders.community(work.resolve("rules")),
                        data,
                        Path.of("target", "kills-" + store + ".log"),
                        List.of("-Ddaylight.store.url=" + url),
                        List.of())
                .inAHurry();
        Path masterKey = data.resolve("master.key");
        Promises all = new Promises();
        Witness witness = new Witness(url, masterKey, work.resolve("witness"));
        PackagedService service = PackagedService.start(how);
        try {
            witness.meets("log", service);
            Enrolling.all(new Caller(service.address()), CITIZENS);
            for (int kill = 1; kill <= kills; kill++) {
                Promises promises = new Promises();
                killUnderLoad(service, "k" + kill, promises);
                service = PackagedService.start(how);
                new Audit(url, masterKey, new Caller(service.address()), CITIZENS).check(promises);
                witness.verifiesLog("log", service);
                witness.verifiesStore();
                all.addAll(promises);
            }
            new Audit(url, masterKey, new Caller(service.address()), CITIZENS).checkEverything(all);
        } finally {
            service.close();
        }
        assertThat(all.statements()).hasSizeGreaterThan(kills);
        assertThat(all.decisions()).hasSizeGreaterThan(kills);
        System.out.printf(
                "%s: killed %d times; %d statements and %d decisions acknowledged, 0 lost; %d requests unanswered,"
                        + " 0 half kept; log and store verified after each kill%n",
                store, kills, all.statements().size(), all.decisions().size(), all.unanswered());
    }

    /** The kill falls anywhere between the first acknowledgement and a while later. */
    private void killUnderLoad(PackagedService service, String name, Promises promises) throws Exception {
        URI address = service.address();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            running.add(threads.submit(new Sender(name + "-" + number, address, CITIZENS, promises)));
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .until(() -> !promises.statements().isEmpty()
                        && !promises.decisions().isEmpty());
        Awaitility.await()
                .pollDelay(Duration.ofMillis(random.nextInt(MILLIS_BEFORE_A_KILL_MAX)))
                .until(() -> true);
        service.kill();
        for (Future<?> future : running) {
            future.get();
        }
        threads.shutdown();
    }
}
