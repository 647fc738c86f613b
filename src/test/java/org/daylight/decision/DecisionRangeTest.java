package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.daylight.fixture.OpenRecordStore;
import org.daylight.fixture.Stores;
import org.daylight.log.ByHand;
import org.daylight.store.EpochMicros;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions are found by ranges of time: all that a walk through the whole table would find, without that walk. */
@ParameterizedClass
@EnumSource(Stores.class)
class DecisionRangeTest {
    private static final int MANY = 1500;
    private static final int AT_ONE_MOMENT = 7;
    private static final int LEAVES_APART = 3;
    private static final long LAST_MOMENT = MANY / AT_ONE_MOMENT;
    private static final int OUT_OF_ORDER = 200;
    private static final int AFTERWARDS = 400;
    private static final int ALTERED_AT_ONCE = MANY / 3;

    private static final String AS_IT_WAS = "leaf / " + LEAVES_APART + " / " + AT_ONE_MOMENT;
    private static final List<String> ALTERED = List.of("-1", String.valueOf(LAST_MOMENT + 10));

    private final Stores store;
    private final String url;
    private final OpenRecordStore open;
    private final DecisionHistory history;

    DecisionRangeTest(Stores store, @TempDir Path directory) {
        this.store = store;
        url = store.url(directory);
        open = OpenRecordStore.in(store, directory);
        history = new DecisionHistory(open.records);
    }

    /** Beside the record store's own log, which is empty. */
    @BeforeEach
    void logsOfOtherProcesses() {
        decisions(2, 0, MANY, number -> number / AT_ONE_MOMENT);
        decisions(3, 0, 1, number -> LAST_MOMENT / 2);
        decisions(4, 0, 0, number -> 0);
        // As a clock would leave them that nobody held to the order of the log.
        SplittableRandom random = new SplittableRandom(4);
        decisions(5, 0, OUT_OF_ORDER, number -> random.nextLong(LAST_MOMENT / 2));
        decisions(5, OUT_OF_ORDER, OUT_OF_ORDER + AFTERWARDS, number -> LAST_MOMENT / 2 + number / 10);
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** Decisions that nobody can read, which to find them takes nothing from. */
    private void decisions(int log, int first, int end, IntToLongFunction moment) {
        Jdbi.create(url).useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO log_origin (log, origin, key) SELECT ?, 'log-' || ?, key FROM log_origin WHERE log = 1"
                            + " ON CONFLICT DO NOTHING",
                    log,
                    String.valueOf(log));
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO decision (citizen, id, scheme, revision, as_of, known_at, dossier_position,"
                            + " enrolment_position, recorded_at, recorded_by, key_version, sealed, log, leaf) VALUES"
                            + " ('ada', :id, 'library', 'none', 0, 0, 0, 0, :moment, 'desk', 1, :sealed, :log, :leaf)");
            for (int number = first; number < end; number++) {
                batch.bind("id", id(log, number))
                        .bind("moment", moment.applyAsLong(number))
                        .bind("sealed", new byte[0])
                        .bind("log", log)
                        .bind("leaf", (long) number * LEAVES_APART)
                        .add();
            }
            if (first < end) {
                batch.execute();
            }
        });
    }

    private static String id(int log, int number) {
        return log + "-" + number;
    }

    private void alter(int firstNumber, int count, String moment) {
        long leaf = (long) firstNumber * LEAVES_APART;
        ByHand.alter(
                url,
                "decision",
                "UPDATE decision SET recorded_at = " + moment + " WHERE log = 2 AND leaf >= " + leaf + " AND leaf < "
                        + (leaf + (long) count * LEAVES_APART));
    }

    private List<String> between(long from, long to) {
        List<String> ids = new ArrayList<>();
        history.between(
                EpochMicros.instant(from),
                EpochMicros.instant(to),
                entry -> ids.add(entry.header().id()));
        return ids;
    }

    private long count(long from, long to) {
        return history.count(EpochMicros.instant(from), EpochMicros.instant(to));
    }

    private List<String> byWalking(long from, long to) {
        return open.database.reading().withHandle(handle -> handle.createQuery(
                        "SELECT id FROM decision WHERE recorded_at >= ? AND recorded_at < ? ORDER BY log, recorded_at,"
                                + " leaf")
                .bind(0, from)
                .bind(1, to)
                .mapTo(String.class)
                .list());
    }

    @Test
    void aRangeHasWhatAWalkThroughTheWholeTableFinds() {
        List<Long> moments = List.of(-1L, 0L, 1L, LAST_MOMENT / 3, LAST_MOMENT / 2, LAST_MOMENT, LAST_MOMENT + 1);
        for (long from : moments) {
            for (long to : moments.subList(moments.indexOf(from), moments.size())) {
                List<String> expected = byWalking(from, to);

                assertThat(between(from, to)).as("from %d to %d", from, to).isEqualTo(expected);
                assertThat(count(from, to)).isEqualTo(expected.size());
            }
        }
    }

    @Test
    void rangesThatFollowEachOtherHaveEveryDecisionOnce() {
        LongStream counts = LongStream.iterate(0, moment -> moment <= LAST_MOMENT, moment -> moment + 3)
                .map(moment -> count(moment, moment + 3));

        assertThat(counts.sum()).isEqualTo(MANY + 1 + OUT_OF_ORDER + AFTERWARDS);
    }

    @Test
    void theEndsOfARangeMayBeFinerThanWhatIsStored() {
        Instant within = EpochMicros.instant(5).plusNanos(500);

        assertThat(history.count(within, within.plusNanos(600)))
                .isEqualTo(byWalking(5, 6).size());
    }

    @Test
    void momentsThatWereAlteredHideNoneOfTheOthers() {
        // given a third of them, in the middle
        int middle = MANY / 2;
        Set<String> altered = IntStream.range(middle, middle + ALTERED_AT_ONCE)
                .mapToObj(number -> id(2, number))
                .collect(Collectors.toSet());
        for (long from : new long[] {0, 20, LAST_MOMENT / 2, LAST_MOMENT - 20}) {
            List<String> others = byWalking(from, from + 10);
            others.removeAll(altered);
            for (String moment : ALTERED) {
                // when
                alter(middle, ALTERED_AT_ONCE, moment);
                // then
                assertThat(between(from, from + 10))
                        .as("from %d, altered to %s", from, moment)
                        .isEqualTo(others);
                assertThat(count(from, from + 10)).isEqualTo(others.size());
                alter(middle, ALTERED_AT_ONCE, AS_IT_WAS);
            }
        }
    }

    @Test
    void aMomentThatWasAlteredAnywhereHidesNoneOfTheOthers() {
        for (int number = 0; number < MANY; number += 197) {
            for (String moment : ALTERED) {
                alter(number, 1, moment);

                long own = number / AT_ONE_MOMENT;
                assertThat(between(own, own + 1)).isEqualTo(byWalking(own, own + 1));
                assertThat(between(own + 30, own + 31)).isEqualTo(byWalking(own + 30, own + 31));
                alter(number, 1, AS_IT_WAS);
            }
        }
    }

    @Test
    void findingARangeTakesFewQueriesHoweverManyDecisionsThereAre() {
        // given
        AtomicInteger queries = new AtomicInteger();
        open.database.reading().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext query) {
                queries.incrementAndGet();
            }
        });
        // when
        count(LAST_MOMENT / 3, LAST_MOMENT / 3 + 1);
        // then
        int logs = 5;
        assertThat(queries.get()).isEqualTo(1 + logs);
    }

    @Test
    void noQueryOfARangeLeavesItsPartOfTheIndexOrSorts() {
        for (String query : List.of(DecisionRows.BETWEEN, DecisionRows.COUNT)) {
            String plan = store.plan(
                    open.database.reading(), query, Map.of("log", 2, "leaf", 3, "limit", 9, "from", 0, "to", 1));

            assertThat(plan)
                    .containsPattern(rangeOfTheIndex())
                    .doesNotContain("SCAN decision", "Seq Scan", "TEMP B-TREE", "Sort");
        }
    }

    /** What the plan says of the index: one log, from a moment on and before another. */
    private String rangeOfTheIndex() {
        return switch (store) {
            case SQLITE ->
                "INDEX decision_by_time \\(log=\\? AND \\(?recorded_at(,leaf)?\\)?>.* AND recorded_at<\\?\\)";
            case POSTGRES -> "using decision_by_time .*Index Cond: \\(\\(log = .*recorded_at.* >=? .*recorded_at < ";
        };
    }
}
