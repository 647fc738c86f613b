package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What keeping costs: requests per second through the doors, and through doors that are equal but append to a bare file and
 * sync it in groups. Run by {@code mvn -Pstore-benchmark}; both are measured in turns, in one run.
 */
@QuarkusTest
class GroupCommitCost {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(6);
    private static final double WANTED = 0.7;
    private static final int EVENTS_OF_EACH_ASKED = 10;
    private static final List<String> ASKED =
            IntStream.range(0, 200).mapToObj("asked-%03d"::formatted).toList();
    private static final List<String> STATED =
            IntStream.range(0, 1000).mapToObj("stated-%03d"::formatted).toList();

    @TestHTTPResource
    private URI address;

    private int runs;

    @Test
    void keepingCostsLessThanAThird() throws Exception {
        Enrolling.all(new Caller(address), ASKED);
        Enrolling.all(new Caller(address), STATED);
        fill();
        List<String> doors = List.of("/bare/decisions", "/decisions", "/bare/events", "/events");
        for (String door : doors) {
            perSecond(door);
        }
        Map<String, List<Double>> measured = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String door : doors) {
                measured.computeIfAbsent(door, first -> new ArrayList<>()).add(perSecond(door));
            }
        }
        System.out.printf(
                "| at %d connections, requests/s | bare loop | kept | share |%n|---|---|---|---|%n", CONNECTIONS);
        double decisions = row(measured, "/decisions");
        double events = row(measured, "/events");
        assertThat(decisions).isGreaterThanOrEqualTo(WANTED);
        assertThat(events).isGreaterThanOrEqualTo(WANTED);
    }

    private static double row(Map<String, List<Double>> measured, String door) {
        double bare = median(measured.get("/bare" + door));
        double kept = median(measured.get(door));
        System.out.printf("| `POST %s` | %,.0f | %,.0f | %.0f %% |%n", door, bare, kept, 100 * kept / bare);
        return kept / bare;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private double perSecond(String door) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        int run = runs++;
        long start = System.nanoTime();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            String name = run + "-" + number;
            counts.add(threads.submit(() -> send(door, name, start + ROUND_NANOS)));
        }
        int sent = 0;
        for (Future<Integer> count : counts) {
            sent += count.get();
        }
        threads.shutdown();
        return sent / ((System.nanoTime() - start) / 1e9);
    }

    private int send(String door, String name, long end) throws Exception {
        Random random = new Random(name.hashCode());
        int sent = 0;
        try (RawConnection connection = new RawConnection(address)) {
            while (System.nanoTime() < end) {
                int status = door.endsWith("events")
                        ? state(connection, door, name + "-" + sent, STATED.get(random.nextInt(STATED.size())), random)
                        : connection.post("service", door, "application/json", question(random));
                assertThat(status).isIn(200, 201);
                sent++;
            }
        }
        return sent;
    }

    private static int state(RawConnection connection, String door, String id, String citizen, Random random)
            throws IOException {
        String event = Statements.json(Statements.any(id, citizen, random));
        return connection.post("source", door, "application/cloudevents+json", event);
    }

    private void fill() throws IOException {
        Random random = new Random(0);
        try (RawConnection connection = new RawConnection(address)) {
            for (String citizen : ASKED) {
                for (int i = 0; i < EVENTS_OF_EACH_ASKED; i++) {
                    assertThat(state(connection, "/events", citizen + i, citizen, random))
                            .isEqualTo(200);
                }
            }
        }
    }

    private static String question(Random random) {
        String citizen = ASKED.get(random.nextInt(ASKED.size()));
        String service = Sender.SERVICES.get(random.nextInt(Sender.SERVICES.size()));
        return Statements.json(Map.of("scheme", "community", "service", service, "citizen", citizen));
    }
}
