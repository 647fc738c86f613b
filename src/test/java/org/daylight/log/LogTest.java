package org.daylight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.daylight.fixture.Stores;
import org.daylight.log.merkle.Frontier;
import org.daylight.log.merkle.Hash;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.SigningKey;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.store.StoreFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class LogTest {
    private static final SigningKey KEY = SigningKey.generate("log.example/town");

    private final String url;
    private final List<byte[]> expected = new ArrayList<>();
    private Database database;
    private Log log = new Log(KEY);
    private GroupWriter writer;

    LogTest(Stores store, @TempDir Path directory) {
        url = store.url(directory);
        database = open();
        writer = writer(log);
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    private Database open() {
        return Database.open(url);
    }

    private GroupWriter writer(Log log) {
        return new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT, log);
    }

    @Test
    void aNewLogHasASignedCheckpointOverNothing() {
        assertThat(checkpoint()).isEqualTo(new Checkpoint("log.example/town", 0, Hash.OF_NOTHING));
    }

    @Test
    void aLeafIsUnderACheckpointAsSoonAsItsWriteReturns() {
        for (int i = 0; i < 20; i++) {
            long index = append("entry " + i);

            assertThat(index).isEqualTo(i);
            assertThat(checkpoint()).isEqualTo(new Checkpoint("log.example/town", i + 1, naiveRoot()));
        }
    }

    @Test
    void aGroupThatAppendsNothingSignsNothing() {
        append("a leaf");
        writer.write((handle, at) -> true);

        assertThat(count("log_checkpoint")).as("over 0 and over 1 leaves").isEqualTo(2);
    }

    @Test
    void aWriteThatIsUndoneTakesItsLeavesWithIt() {
        append("before");
        assertThatThrownBy(() -> writer.write((handle, at) -> {
                    log.append(handle, bytes("half"));
                    throw new IllegalArgumentException("changed my mind");
                }))
                .hasMessage("changed my mind");
        long after = append("after");

        assertThat(after).isEqualTo(1);
        assertThat(checkpoint().root()).isEqualTo(naiveRoot());
    }

    @Test
    void aGroupThatFailsTakesItsLeavesWithItAndTheLogGoesOn() {
        append("before");
        assertThatThrownBy(() -> writer.write((handle, at) -> {
                    log.append(handle, bytes("lost"));
                    return handle.execute("ROLLBACK");
                }))
                .isInstanceOf(StoreFailureException.class);
        long after = append("after");

        assertThat(after).isEqualTo(1);
        assertThat(checkpoint()).isEqualTo(new Checkpoint("log.example/town", 2, naiveRoot()));
    }

    @Test
    void aLogGoesOnAfterARestartAtAnySize() {
        for (int size : new int[] {1, 2, 255, 256, 257, 700}) {
            int more = size - expected.size();
            List<byte[]> entries = IntStream.range(0, more)
                    .mapToObj(i -> bytes(size + " " + i))
                    .toList();
            entries.forEach(expected::add);
            writer.write((handle, at) -> {
                entries.forEach(entry -> log.append(handle, entry));
                return true;
            });
            restart();

            assertThat(checkpoint()).isEqualTo(new Checkpoint("log.example/town", size, naiveRoot()));
        }
    }

    @Test
    void twoLogsInOneDatabaseDoNotMix() {
        append("ours");
        writer.close();
        Log other = new Log(SigningKey.generate("other.example/town"));
        try (GroupWriter others = writer(other)) {
            assertThat(others.<Long>write((handle, at) -> other.append(handle, bytes("theirs"))))
                    .isZero();
        }

        assertThat(other.number()).isNotEqualTo(log.number());
        assertThat(checkpoint()).isEqualTo(new Checkpoint("log.example/town", 1, naiveRoot()));
    }

    @Test
    void anotherKeyForTheSameOriginIsRefused() {
        writer.close();

        assertThatThrownBy(() -> writer(new Log(SigningKey.generate("log.example/town"))))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("log.example/town")
                .hasMessageContaining("with another key it cannot go on");
    }

    @Test
    void aLogWhoseLastLeavesWereTakenAwaySignsNothingMore() {
        append("one");
        append("two");
        writer.close();
        alter("log_entry", "DELETE FROM log_entry WHERE position = 1");

        assertThatThrownBy(() -> writer(new Log(KEY)))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("its last checkpoint is over 2 leaves, but it has 1");
    }

    @Test
    void aLogWhoseLeavesWereAlteredSignsNothingMore() {
        append("one");
        append("two");
        writer.close();
        alter(
                "log_entry",
                "UPDATE log_entry SET entry = (SELECT o.entry FROM log_entry o WHERE o.position = 0) WHERE position = 1");

        assertThatThrownBy(() -> writer(new Log(KEY)))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("do not make the root of its last checkpoint");
    }

    @Test
    void aLogWhoseCheckpointWasAlteredSignsNothingMore() {
        append("one");
        writer.close();
        alter(
                "log_checkpoint",
                "UPDATE log_checkpoint SET root = (SELECT o.root FROM log_checkpoint o WHERE o.size = 0) WHERE size = 1");

        assertThatThrownBy(() -> writer(new Log(KEY)))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("does not fit the text it stands under");
    }

    private void alter(String table, String change) {
        ByHand.alter(url, table, change);
    }

    private void restart() {
        writer.close();
        database.close();
        database = open();
        log = new Log(KEY);
        writer = writer(log);
    }

    private long append(String entry) {
        long index = writer.write((handle, at) -> log.append(handle, bytes(entry)));
        expected.add(bytes(entry));
        return index;
    }

    private Hash naiveRoot() {
        Frontier frontier = Frontier.empty();
        expected.forEach(entry -> frontier.append(Hash.leaf(entry), (level, position, hash) -> {}));
        return frontier.root();
    }

    private Checkpoint checkpoint() {
        return database.reading().withHandle(handle -> {
            LogRows rows = new LogRows(handle);
            LogRows.Origin origin = rows.origin("log.example/town").orElseThrow();
            return Checkpoint.verified(rows.lastCheckpoint(origin).orElseThrow(), KEY.verifier());
        });
    }

    private long count(String table) {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(long.class)
                .one());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
