package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daylight.fixture.PostgresOnDisk;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Measures whether asking costs the same with a thousand decisions stored as with ten million, and with 1 event outside the
 * look-back as with 10,000. Two databases are asked in turns, in one run: {@code mvn -Pbenchmark test -Dtest=FlatCostBenchmark}. It
 * takes some minutes and twenty gigabytes for each store; {@code -Dclaims.decisions} says how many the large one holds.
 */
class FlatCostBenchmark {
    private static final long DECISIONS = Long.getLong("claims.decisions", 10_000_000);
    private static final int CITIZENS = 4;
    private static final int RECENT_EVENTS = 10;
    private static final int EVENTS_IN_A_BATCH = 1000;
    private static final int CALLERS = 32;
    private static final int WARMING_UP = 3;
    private static final int ROUNDS = 7;
    private static final int ASKED_ALONE = 300;
    private static final long TOGETHER_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final double MOST_RATIO = 1.3;

    /** The citizens asked about: alike within the look-back, with so many events before it. */
    private enum Past {
        ONE(1),
        MANY(10_000);

        private final int events;

        Past(int events) {
            this.events = events;
        }

        String citizen(int number) {
            return "past-" + events + "-" + number % CITIZENS;
        }
    }

    /** The figures of one database and one kind of citizens, round by round. */
    private record Measured(AskedStore asked, Past past, List<Double> alone, List<Double> together) {
        void measure(boolean counts) throws Exception {
            double micros = asked.alone(past);
            double perSecond = asked.together(past);
            if (counts) {
                alone.add(micros);
                together.add(perSecond);
            }
        }

        String row(Measured beside) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %.0f | %.2f | %,.0f | %.2f |",
                    asked.store,
                    asked.name,
                    past.events,
                    median(alone),
                    median(alone) / median(beside.alone),
                    median(together),
                    median(together) / median(beside.together));
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void askingCostsTheSameHoweverMuchIsStored(Stores store, @TempDir Path work) throws Exception {
        try (AskedStore few =
                        new AskedStore(String.format(Locale.ROOT, "%,d", Filler.SAMPLE), store, work.resolve("few"));
                AskedStore many = new AskedStore(
                        String.format(Locale.ROOT, "%,d", Filler.SAMPLE + DECISIONS), store, work.resolve("many"))) {
            long start = System.nanoTime();
            many.filler.fill(DECISIONS);
            System.out.printf(
                    "%s: filled in %d s, %s%n",
                    store, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), many.filler.size());
            List<Measured> all = new ArrayList<>();
            for (AskedStore asked : List.of(few, many)) {
                for (Past past : Past.values()) {
                    all.add(new Measured(asked, past, new ArrayList<>(), new ArrayList<>()));
                }
            }
            for (int round = -WARMING_UP; round < ROUNDS; round++) {
                for (Measured measured : all) {
                    measured.measure(round >= 0);
                }
            }
            System.out.println("| store | decisions stored | events before the look-back | asked alone, median (µs)"
                    + " | ratio | 32 callers, decisions/s | ratio |\n|---|---|---|---|---|---|---|");
            all.forEach(measured -> System.out.println(measured.row(all.get(0))));
            System.out.println("afterwards: " + few.filler.size() + ", " + many.filler.size());
            assertThat(all).allSatisfy(measured -> assertThat(median(measured.alone) / median(all.get(0).alone))
                    .isLessThan(MOST_RATIO));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** A store in which a thousand decisions have been made, to be asked for more. */
    private static final class AskedStore implements AutoCloseable {
        private final String name;
        private final Stores store;
        private final Optional<PostgresOnDisk> server;
        private final Town town;
        private final DecisionRequestReader reader;
        private final Decisions decisions;
        private final Filler filler;

        AskedStore(String name, Stores store, Path directory) throws IOException {
            this.name = name;
            this.store = store;
            server = store == Stores.POSTGRES ? Optional.of(PostgresOnDisk.start(directory)) : Optional.empty();
            String url = server.map(PostgresOnDisk::url).orElseGet(() -> store.url(directory));
            Town.writeShipped(directory, "community");
            town = Town.open(url, directory);
            reader = new DecisionRequestReader(town.schemes, Clock.systemUTC());
            decisions = new Decisions(town.records, town.dossiers, Clock.systemUTC());
            filler = new Filler(store, url);
            for (Past past : Past.values()) {
                for (int number = 0; number < CITIZENS; number++) {
                    town.enrol("community", past.citizen(number));
                    state(past.citizen(number), RECENT_EVENTS, 2026);
                    state(past.citizen(number), past.events, 2015);
                }
            }
            for (int i = 0; i < Filler.SAMPLE; i++) {
                ask(Past.ONE, i);
            }
        }

        private void state(String citizen, int count, int year) {
            for (int from = 0; from < count; from += EVENTS_IN_A_BATCH) {
                town.intake.batch(
                        IntStream.range(from, Math.min(count, from + EVENTS_IN_A_BATCH))
                                .mapToObj(number -> event(citizen, number, year))
                                .collect(Collectors.joining(",", "[", "]")),
                        "source");
            }
        }

        private static String event(String citizen, int number, int year) {
            return """
                    {"specversion":"1.0","source":"urn:benchmark","type":"community.ReturnedOnTime","id":"%s-%d-%d",\
                    "subject":"%s","time":"%d-%02d-%02dT12:00:00Z","data":{"item":"ladder"}}""".formatted(citizen, year, number, citizen, year, 1 + number % 10, 1 + number % 28);
        }

        private void ask(Past past, int number) {
            String question = """
                    {"scheme":"community","service":"bike-hire","citizen":"%s","asOf":"2026-11-01"}""".formatted(past.citizen(number));
            decisions.ask(reader.read(question, "service", Optional.empty()));
        }

        /** Returns the microseconds that one caller waits for an answer, in the median. */
        double alone(Past past) {
            List<Double> micros = new ArrayList<>();
            for (int i = 0; i < ASKED_ALONE; i++) {
                long start = System.nanoTime();
                ask(past, i);
                micros.add((System.nanoTime() - start) / 1000.0);
            }
            return median(micros);
        }

        /** Returns the answers per second that many callers get. */
        double together(Past past) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
            long start = System.nanoTime();
            List<Future<Integer>> answered = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller;
                answered.add(threads.submit(() -> {
                    int count = 0;
                    while (System.nanoTime() - start < TOGETHER_NANOS) {
                        ask(past, first + count++);
                    }
                    return count;
                }));
            }
            int sum = 0;
            for (Future<Integer> count : answered) {
                sum += count.get();
            }
            threads.shutdown();
            return sum * 1e9 / (System.nanoTime() - start);
        }

        @Override
        public void close() throws IOException {
            town.close();
            if (server.isPresent()) {
                server.get().close();
            }
        }
    }
}
