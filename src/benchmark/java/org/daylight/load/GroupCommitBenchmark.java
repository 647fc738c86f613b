package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Measures what keeping costs: requests per second at the endpoints, and at endpoints that are equal but append to a bare file and
 * sync it in groups. Both are asked in turns, in one run: {@code mvn -Pbenchmark test -Dtest=GroupCommit*}.
 */
@QuarkusTest
class GroupCommitBenchmark {
    private static final int CONNECTIONS = 32;
    private static final int WARMING_UP = 2;
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final double LEAST_SHARE = 0.7;
    private static final int EVENTS_OF_EACH_ASKED = 10;
    private static final List<String> ASKED =
            IntStream.range(0, 200).mapToObj("asked-%03d"::formatted).toList();
    private static final List<String> STATED =
            IntStream.range(0, 1000).mapToObj("stated-%03d"::formatted).toList();

    private int runs;

    /** Requests per second, round by round. */
    private record EndpointRates(String endpoint, List<Double> bare, List<Double> kept) {
        double share() {
            return median(kept) / median(bare);
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| `POST %s` | %,.0f | %,.0f | %.0f %% |",
                    endpoint,
                    median(bare),
                    median(kept),
                    100 * share());
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
        }
    }

    @Test
    void decidingKeepsSevenTenthsOfItsRate() throws Exception {
        Enrolling.all(new Caller(address()), ASKED);
        Enrolling.all(new Caller(address()), STATED);
        fill();
        EndpointRates decisions = new EndpointRates("/decisions", new ArrayList<>(), new ArrayList<>());
        EndpointRates events = new EndpointRates("/events", new ArrayList<>(), new ArrayList<>());
        for (int round = -WARMING_UP; round < ROUNDS; round++) {
            for (EndpointRates endpoint : List.of(decisions, events)) {
                double bare = perSecond("/bare" + endpoint.endpoint());
                double kept = perSecond(endpoint.endpoint());
                if (round >= 0) {
                    endpoint.bare().add(bare);
                    endpoint.kept().add(kept);
                }
            }
        }
        System.out.printf(
                "| requests/s on %d connections | bare file | kept | share |%n|---|---|---|---|%n", CONNECTIONS);
        System.out.println(decisions.row());
        System.out.println(events.row());
        assertThat(decisions.share()).isGreaterThanOrEqualTo(LEAST_SHARE);
    }

    private double perSecond(String endpoint) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        int run = runs++;
        long start = System.nanoTime();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            String name = run + "-" + number;
            counts.add(threads.submit(() -> send(endpoint, name, start + ROUND_NANOS)));
        }
        int sent = 0;
        for (Future<Integer> count : counts) {
            sent += count.get();
        }
        threads.shutdown();
        return sent / ((System.nanoTime() - start) / 1e9);
    }

    private int send(String endpoint, String name, long end) throws Exception {
        Random random = new Random(name.hashCode());
        int sent = 0;
        try (RawConnection connection = new RawConnection(address())) {
            while (System.nanoTime() < end) {
                int status = endpoint.endsWith("events")
                        ? state(
                                connection,
                                endpoint,
                                name + "-" + sent,
                                STATED.get(random.nextInt(STATED.size())),
                                random)
                        : connection.post("service", endpoint, "application/json", question(random));
                assertThat(status).isIn(200, 201);
                sent++;
            }
        }
        return sent;
    }

    private static int state(RawConnection connection, String endpoint, String id, String citizen, Random random)
            throws IOException {
        String event = Statements.json(Statements.any(id, citizen, random));
        return connection.post("source", endpoint, "application/cloudevents+json", event);
    }

    private void fill() throws IOException {
        Random random = new Random(0);
        try (RawConnection connection = new RawConnection(address())) {
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

    /** Known only while a test runs. */
    private static URI address() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }
}
