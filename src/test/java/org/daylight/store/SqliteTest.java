package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTest {
    private final Path directory;

    SqliteTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aMissingDirectoryIsMadeAndTheTablesAreThere() {
        try (Database database = open("not/there/yet/daylight.db")) {
            assertThat(kept(database)).isEmpty();
            assertThat(directory.resolve("not/there/yet/daylight.db")).exists();
        }
    }

    @Test
    void everyCommitIsSyncedToAWriteAheadLog() {
        try (Database database = open("daylight.db");
                Handle connection = database.openForWriting()) {
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).as("2 is FULL").isEqualTo("2");
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(connection, "busy_timeout")).isEqualTo("10000");
        }
    }

    @Test
    void aRowCannotBeReplaced() {
        try (Database database = open("daylight.db");
                Handle handle = database.openForWriting()) {
            keep(handle, "a1");

            assertThatThrownBy(() -> handle.execute("REPLACE INTO revision VALUES ('a1', 'other', 1, x'00')"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedByName() throws IOException {
        Files.writeString(directory.resolve("daylight.db"), "a shopping list, longer than the header of a database");

        assertThatThrownBy(() -> open("daylight.db"))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("daylight.db")
                .hasMessageContaining("not a database");
    }

    @Test
    void aDirectoryThatIsAFileIsRefusedByName() throws IOException {
        Files.writeString(directory.resolve("data"), "in the way");

        assertThatThrownBy(() -> open("data/daylight.db"))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("data directory")
                .hasMessageContaining(directory.resolve("data").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:daylight", "jdbc:sqlite::memory:", "jdbc:sqlite:", "daylight.db"})
    void aDatabaseThatCannotKeepIsRefused(String url) {
        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("`" + url + "`");
    }

    @Test
    void aFullDiskRefusesAndTheWriterRecoversWhenThereIsRoom() {
        try (Database database = open("daylight.db");
                GroupWriter writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT)) {
            assertThatThrownBy(() -> IntStream.range(0, 100)
                            .forEach(i -> writer.write((handle, at) -> {
                                // As many pages as there are; said each time, because it is forgotten with a
                                // connection.
                                handle.execute("PRAGMA max_page_count = 1");
                                return keep(handle, "h".repeat(4000) + i);
                            })))
                    .hasMessageContaining("full");
            int before = kept(database).size();

            writer.write((handle, at) -> handle.execute("PRAGMA max_page_count = 100000"));
            writer.write((handle, at) -> keep(handle, "room again"));

            assertThat(kept(database)).hasSize(before + 1).contains("room again");
        }
    }

    @Test
    void aSecondOneWhoWouldWriteIsRefusedAndOneWhoReadsIsNot() {
        try (Database database = open("daylight.db");
                GroupWriter writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT)) {
            assertThatThrownBy(() -> open("daylight.db"))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("daylight.db")
                    .hasMessageContaining("in use by another process");

            writer.write((handle, at) -> keep(handle, "a1"));
            try (Database reader =
                    Database.openForReading("jdbc:sqlite:" + directory.resolve("daylight.db"), Login.NONE)) {
                assertThat(kept(reader)).containsExactly("a1");
            }
        }
        open("daylight.db").close();
    }

    /** What a kill or a power cut may leave of the write-ahead log's end. */
    enum Tail {
        AS_IT_WAS(5) {
            @Override
            void damage(FileChannel log) {}
        },
        CUT(4) {
            @Override
            void damage(FileChannel log) throws IOException {
                log.truncate(log.size() - 100);
            }
        },
        GARBLED(4) {
            @Override
            void damage(FileChannel log) throws IOException {
                log.write(ByteBuffer.wrap(new byte[100]), log.size() - 100);
            }
        },
        FOLLOWED_BY_NOISE(5) {
            @Override
            void damage(FileChannel log) throws IOException {
                byte[] noise = new byte[10_000];
                new Random(1).nextBytes(noise);
                log.write(ByteBuffer.wrap(noise), log.size());
            }
        };

        private final int kept;

        Tail(int kept) {
            this.kept = kept;
        }

        abstract void damage(FileChannel log) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Tail.class)
    void afterADamagedTailEveryWholeCommitIsThereAndWritingGoesOn(Tail tail) throws IOException {
        Path after = Files.createDirectory(directory.resolve("after"));
        try (Database database = open("daylight.db");
                GroupWriter writer = writer(database)) {
            for (int i = 1; i <= 5; i++) {
                String hash = "hash-" + i;
                writer.write((handle, at) -> keep(handle, hash));
            }
            // What the disk holds now, with nothing finished.
            Files.copy(directory.resolve("daylight.db"), after.resolve("daylight.db"));
            Files.copy(directory.resolve("daylight.db-wal"), after.resolve("daylight.db-wal"));
        }
        try (FileChannel log = FileChannel.open(after.resolve("daylight.db-wal"), StandardOpenOption.WRITE)) {
            tail.damage(log);
        }

        try (Database database = open("after/daylight.db");
                GroupWriter writer = writer(database)) {
            List<String> expected = new ArrayList<>(IntStream.rangeClosed(1, tail.kept)
                    .mapToObj(i -> "hash-" + i)
                    .toList());
            assertThat(kept(database)).containsExactlyElementsOf(expected);

            writer.write((handle, at) -> keep(handle, "next"));
            expected.add("next");
            assertThat(kept(database)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void aFileThatCannotBeWrittenToIsRefusedByName() throws Exception {
        open("daylight.db").close();
        Path file = directory.resolve("daylight.db");
        assumeTrue(madeReadOnly(file), "nothing can be made read-only for this user here");
        try {
            assertThatThrownBy(() -> {
                        try (Database database = open("daylight.db")) {
                            writer(database).close();
                        }
                    })
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("daylight.db")
                    .hasMessageMatching("(?s).*(readonly|read-only|not permitted|denied).*");
        } finally {
            run("chattr", "-i", file.toString());
        }
    }

    /** For root only an immutable file is, and that not on every file system. */
    private static boolean madeReadOnly(Path file) throws Exception {
        return (file.toFile().setWritable(false) && !Files.isWritable(file)) || run("chattr", "+i", file.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static GroupWriter writer(Database database) {
        return new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT);
    }

    private Database open(String file) {
        return Database.open("jdbc:sqlite:" + directory.resolve(file));
    }

    private static int keep(Handle handle, String hash) {
        return handle.execute("INSERT INTO revision VALUES (?, 'community', 1, x'00')", hash);
    }

    private static List<String> kept(Database database) {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT hash FROM revision")
                .mapTo(String.class)
                .list());
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }
}
