package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private final Path directory;

    DatabaseTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aMissingDirectoryIsMadeAndTheTablesAreThere() {
        try (Database database = open("not/there/yet/daylight.db")) {
            assertThat(count(database, "statement")).isZero();
            assertThat(directory.resolve("not/there/yet/daylight.db")).exists();
        }
    }

    @Test
    void aDatabaseOpenedAgainIsAsItWasLeft() {
        try (Database database = open("daylight.db");
                Handle handle = database.openForWriting()) {
            handle.execute(REVISION);
        }

        try (Database database = open("daylight.db")) {
            assertThat(count(database, "revision")).isOne();
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
    void aReadingConnectionCannotWrite() {
        try (Database database = open("daylight.db")) {
            assertThatThrownBy(() -> database.reading().useHandle(handle -> handle.execute(REVISION)))
                    .hasMessageContaining("readonly");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE revision SET scheme = 'other'",
                "DELETE FROM revision",
                "REPLACE INTO revision VALUES ('a1', 'other', 1, x'00')",
                "UPDATE publication SET live_at = 2",
                "DELETE FROM publication",
                "UPDATE enrolment SET notice = 'other'",
                "DELETE FROM enrolment",
                "UPDATE statement SET payload = x'00'",
                "DELETE FROM statement",
                "UPDATE statement_key SET position = 2",
                "DELETE FROM statement_key",
                "UPDATE decision SET outcome = 'REFUSED'",
                "DELETE FROM decision"
            })
    void whatIsKeptCannotBeChanged(String change) {
        try (Database database = open("daylight.db");
                Handle handle = database.openForWriting()) {
            fill(handle);

            assertThatThrownBy(() -> handle.execute(change)).hasMessageContaining("append-only");
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

    private static final String REVISION = "INSERT INTO revision VALUES ('a1', 'community', 1, x'00')";

    private static void fill(Handle handle) {
        handle.execute(REVISION);
        handle.execute("INSERT INTO publication VALUES (1, 'community', 'a1', 1)");
        handle.execute("INSERT INTO enrolment VALUES"
                + " ('ada', 'community', 1, 'ENROLLED', 'n1', 'CONSENT', 'a1', 1, 'registrar')");
        handle.execute("INSERT INTO statement VALUES"
                + " ('ada', 'community', 1, 'EVENT', 'LateReturn', 1, 1, 'a1', 's', '1', 'library', x'7B7D', 'd')");
        handle.execute("INSERT INTO statement_key VALUES ('s', '1', 'ada', 'community', 1)");
        handle.execute("INSERT INTO decision VALUES ('ada', 'd1', 'community', 'bike-hire', 'a1', 1, 1, 1, 1, 'h',"
                + " 'e', 'GRANTED', 'bikes', 'OUTCOME', 0, 1, x'7B7D', x'7B7D')");
    }

    private Database open(String file) {
        return Database.open("jdbc:sqlite:" + directory.resolve(file));
    }

    private static long count(Database database, String table) {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(long.class)
                .one());
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }

    @Test
    void whatIsBoundToAStatementIsNotInTheMessageOfItsFailure() {
        try (Database database = open("daylight.db");
                Handle handle = database.openForWriting()) {
            assertThatThrownBy(() -> handle.execute("INSERT INTO revision (hash) VALUES (?)", "private matter"))
                    .hasMessageContaining("NOT NULL")
                    .hasMessageNotContaining("private matter");
        }
    }
}
