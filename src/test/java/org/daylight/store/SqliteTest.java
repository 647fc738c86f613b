package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("daylight.db")
                .hasMessageContaining("not a database");
    }

    @Test
    void aDirectoryThatIsAFileIsRefusedByName() throws IOException {
        Files.writeString(directory.resolve("data"), "in the way");

        assertThatThrownBy(() -> open("data/daylight.db"))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("data directory")
                .hasMessageContaining(directory.resolve("data").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:daylight", "jdbc:sqlite::memory:", "jdbc:sqlite:", "daylight.db"})
    void aDatabaseThatCannotKeepIsRefused(String url) {
        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("`" + url + "`");
    }

    @Test
    void aFullDiskRefusesAndTheWriterRecoversWhenThereIsRoom() {
        try (Database database = open("daylight.db");
                GroupWriter writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT)) {
            writer.write((handle, at) -> handle.execute("PRAGMA max_page_count = 60"));
            assertThatThrownBy(() -> IntStream.range(0, 100)
                            .forEach(i -> writer.write((handle, at) -> keep(handle, "h".repeat(4000) + i))))
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
                    .isInstanceOf(StoreFailure.class)
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
