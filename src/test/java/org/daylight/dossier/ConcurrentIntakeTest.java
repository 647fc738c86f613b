package org.daylight.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.daylight.fixture.Stores;
import org.daylight.problem.CallerProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class ConcurrentIntakeTest {
    private static final int THREADS = 16;
    private static final int SENDS = 60;
    private static final int IDS = 100;
    private static final List<String> CITIZENS = List.of("ada", "bob", "cyd");

    private final Stores store;
    private final Path directory;

    ConcurrentIntakeTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
    }

    @Test
    void sendersWhoRepeatEachOtherStoreEachStatementOnceAndAreAnsweredAlike() throws Exception {
        try (Archive archive = new Archive(store, directory)) {
            CITIZENS.forEach(archive::enrol);
            Map<String, Set<StatementReceipt>> answers = new HashMap<>();
            for (StatementReceipt answer : sendFromAllThreads(archive)) {
                answers.computeIfAbsent(answer.id(), id -> new HashSet<>()).add(answer);
            }

            assertThat(answers.values()).allSatisfy(alike -> assertThat(alike).hasSize(1));
            assertThat(archive.count("statement")).isEqualTo(answers.size());
            assertThat(archive.count("statement_key")).isEqualTo(answers.size());
            for (String citizen : CITIZENS) {
                List<Long> positions = positions(archive, citizen);
                assertThat(positions)
                        .as("positions of %s count from 1 without a gap", citizen)
                        .isEqualTo(LongStream.rangeClosed(1, positions.size())
                                .boxed()
                                .toList());
            }
            assertThat(recordedInCommitOrder(archive)).isSorted();
            assertThat(archive.writer.groups()).isLessThan(archive.writer.writes());
        }
    }

    @Test
    void ofManyWhoUseOneIdForDifferentThingsOneWins() throws Exception {
        try (Archive archive = new Archive(store, directory)) {
            archive.enrol("dan");
            List<Callable<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int days = i;
                senders.add(() -> {
                    try {
                        archive.state(Archive.lateReturn("contested", "dan", days));
                        return 200;
                    } catch (CallerProblemException problem) {
                        return problem.status();
                    }
                });
            }

            List<Integer> answers = run(senders);

            assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(THREADS - 1);
            assertThat(positions(archive, "dan")).containsExactly(1L);
        }
    }

    /** Each thread sends ids at random, one by one and in batches, so that most are sent by several. */
    private static List<StatementReceipt> sendFromAllThreads(Archive archive) throws Exception {
        List<Callable<List<StatementReceipt>>> senders = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            senders.add(() -> {
                List<StatementReceipt> answers = new ArrayList<>();
                for (int send = 0; send < SENDS; send++) {
                    if (random.nextBoolean()) {
                        answers.add(archive.state(statement(random)));
                    } else {
                        answers.addAll(archive.stateAll(statement(random), statement(random), statement(random)));
                    }
                }
                return answers;
            });
        }
        List<StatementReceipt> all = new ArrayList<>();
        run(senders).forEach(all::addAll);
        return all;
    }

    private static String statement(Random random) {
        int id = random.nextInt(IDS);
        return Archive.lateReturn("loan-" + id, CITIZENS.get(id % CITIZENS.size()), id);
    }

    private static <T> List<T> run(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static List<Long> positions(Archive archive, String citizen) {
        return archive.database.reading().withHandle(handle -> handle.createQuery(
                        "SELECT position FROM statement WHERE citizen = :citizen ORDER BY position")
                .bind("citizen", citizen)
                .mapTo(long.class)
                .list());
    }

    private List<Long> recordedInCommitOrder(Archive archive) {
        return archive.database.reading().withHandle(handle -> handle.createQuery(
                        "SELECT recorded_at FROM statement ORDER BY leaf")
                .mapTo(long.class)
                .list());
    }
}
