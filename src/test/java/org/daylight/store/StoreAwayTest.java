package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import org.daylight.fixture.PostgresServer;
import org.daylight.fixture.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreAwayTest {
    private final Path directory;

    StoreAwayTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static long count(Database database) {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM revision")
                .mapTo(long.class)
                .one());
    }

    private static int keep(Database database) {
        try (GroupWriter writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT)) {
            return writer.write((handle, at) -> handle.execute(
                    "INSERT INTO revision VALUES ('a1', 'community', 1, ?)", (Object) new byte[100_000]));
        }
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (byte) 'x');
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void whatIsAskedWronglyIsNotTheStoresFault(Stores store) {
        try (Database database = Database.open(store.url(directory))) {
            Throwable thrown = catchThrowable(
                    () -> database.reading().useHandle(handle -> handle.execute("SELECT colour FROM revision")));

            assertThat(thrown).isNotNull();
            assertThat(StoreAway.isCauseOf(thrown)).isFalse();
        }
    }

    @Test
    void aServerThatNobodyReachesIsAway() throws IOException {
        LossyWire wire = new LossyWire(PostgresServer.migrated());
        try (Database database = Database.open(wire.url())) {
            assertThat(count(database)).isZero();

            wire.close();

            assertThat(StoreAway.isCauseOf(catchThrowable(() -> count(database))))
                    .isTrue();
        }
    }

    @Test
    void aFileThatWasDamagedIsAway() throws IOException {
        Path file = directory.resolve("daylight.db");
        try (Database database = Database.open("jdbc:sqlite:" + file)) {
            keep(database);

            damage(file);
            damage(directory.resolve("daylight.db-wal"));

            Throwable thrown = catchThrowable(() -> count(database));
            assertThat(thrown).isNotNull();
            assertThat(StoreAway.isCauseOf(thrown)).isTrue();
        }
    }

    @Test
    void aFileThatHasGoneIsAwayAndIsNotMadeAnewByWhoReads() {
        Path file = directory.resolve("daylight.db");

        Throwable thrown = catchThrowable(() -> {
            try (Connection connection =
                    new Sqlite("jdbc:sqlite:" + file).reading().getConnection()) {
                connection.createStatement().execute("SELECT 1");
            }
        });

        assertThat(StoreAway.isCauseOf(thrown)).isTrue();
        assertThat(file).doesNotExist();
    }
}
