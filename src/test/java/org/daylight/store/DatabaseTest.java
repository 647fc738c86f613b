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
                "UPDATE enrolment SET notice = 'other'",
                "DELETE FROM enrolment",
                "UPDATE statement SET type = 'other'",
                "DELETE FROM statement",
                "UPDATE statement_key SET position = 2",
                "DELETE FROM statement_key",
                "UPDATE decision SET outcome = 'REFUSED'",
                "DELETE FROM decision"
            })
    void whatIsKeptCannotBeChanged(String change) {
        try (Handle handle = database.openForWriting()) {
            fill(handle);

            assertThatThrownBy(() -> handle.execute(change)).hasMessageContaining("append-only");
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
        byte[] json = {'{', '}'};
        keepRevision(handle);
        handle.execute("INSERT INTO publication VALUES (1, 'community', 'a1', 1)");
        handle.execute("INSERT INTO enrolment VALUES"
                + " ('ada', 'community', 1, 'ENROLLED', 'n1', 'CONSENT', 'a1', 1, 'registrar')");
        handle.execute(
                "INSERT INTO statement VALUES"
                        + " ('ada', 'community', 1, 'EVENT', 'LateReturn', 1, 1, 'a1', 's', '1', 'library', ?, 'd')",
                json);
        handle.execute("INSERT INTO statement_key VALUES ('s', '1', 'ada', 'community', 1)");
        handle.execute(
                "INSERT INTO decision VALUES ('ada', 'd1', 'community', 'bike-hire', 'a1', 1, 1, 1, 1, 'h',"
                        + " 'e', 'GRANTED', 'bikes', 'OUTCOME', 0, 1, ?, ?)",
                json,
                json);
    }
}
