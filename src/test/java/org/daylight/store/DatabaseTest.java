package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.daylight.fixture.Stores;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Stores.class)
class DatabaseTest {
    private final String url;
    private Database database;

    DatabaseTest(Stores store, @TempDir Path directory) {
        url = store.url(directory);
        database = Database.open(url);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDatabaseOpenedAgainIsAsItWasLeft() {
        try (Handle handle = database.openForWriting()) {
            keepRevision(handle);
        }

        database.close();
        database = Database.open(url);

        long kept = database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM revision")
                .mapTo(long.class)
                .one());
        assertThat(kept).isOne();
    }

    @Test
    void aReadingConnectionCannotWrite() {
        assertThatThrownBy(() -> database.reading().useHandle(DatabaseTest::keepRevision))
                .hasMessageMatching("(?s).*read-?only.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE revision SET scheme = 'other'",
                "DELETE FROM revision",
                "UPDATE publication SET live_at = 2",
                "DELETE FROM publication",
                "UPDATE enrolment SET leaf = 9",
                "DELETE FROM enrolment",
                "UPDATE statement SET leaf = 9",
                "DELETE FROM statement",
                "UPDATE statement_key SET position = 2",
                "DELETE FROM statement_key",
                "UPDATE decision SET leaf = 2",
                "DELETE FROM decision",
                "UPDATE erasure SET recorded_by = 'other'",
                "DELETE FROM erasure"
            })
    void whatIsKeptCannotBeChanged(String change) {
        try (Handle handle = database.openForWriting()) {
            fill(handle);

            assertThatThrownBy(() -> handle.execute(change)).hasMessageContaining("append-only");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE citizen_key SET version = 2",
                "UPDATE citizen_key SET citizen = 'ben'",
                "DELETE FROM citizen_key"
            })
    void aDestroyedKeyStaysDestroyed(String change) {
        try (Handle handle = database.openForWriting()) {
            fill(handle);

            assertThatThrownBy(() -> handle.execute(change)).hasMessageContaining("citizen_key");
        }
    }

    @Test
    void whatIsBoundToAStatementIsNotInTheMessageOfItsFailure() {
        try (Handle handle = database.openForWriting()) {
            assertThatThrownBy(() -> handle.execute("INSERT INTO revision (hash) VALUES (?)", "private matter"))
                    .hasMessageContainingAll("scheme")
                    .hasMessageNotContaining("private matter");
        }
    }

    private static void keepRevision(Handle handle) {
        handle.execute("INSERT INTO revision VALUES ('a1', 'community', 1, ?)", new byte[1]);
    }

    private static void fill(Handle handle) {
        byte[] some = {1, 2};
        keepRevision(handle);
        handle.execute("INSERT INTO log_origin VALUES (1, 'town.example/log', 'key')");
        handle.execute("INSERT INTO publication VALUES (1, 'community', 'a1', 1, ?, 1, 0)", some);
        handle.execute(
                "INSERT INTO enrolment VALUES ('ada', 'community', 1, 'ENROLLED', 'a1', 1, 'registrar', 1, ?, 1, 1)",
                some);
        handle.execute(
                "INSERT INTO statement VALUES ('ada', 'community', 1, 'EVENT', 1, 1, 'library', 'a1', 1, ?, 1, 2)",
                some);
        handle.execute("INSERT INTO statement_key VALUES (?, 'ada', 'community', 1)", some);
        handle.execute(
                "INSERT INTO decision VALUES ('ada', 'd1', 'community', 'a1', 1, 1, 1, 1, 1, 'bikes', 1, ?, 1, 3)",
                some);
        handle.execute("INSERT INTO citizen_key VALUES ('ada', 1, 1, NULL, 1, 2)");
        handle.execute("INSERT INTO erasure VALUES ('ada', 1, 1, 'operator', ?, 1, 4)", some);
    }
}
