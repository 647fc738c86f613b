package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.daylight.fixture.PostgresServer;
import org.daylight.fixture.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreProbeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final Path file;

    StoreProbeTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("daylight.db");
    }

    /** On a busy machine perhaps not at the first time of asking. */
    private static void answers(StoreProbe probe) {
        await().atMost(PATIENCE).until(() -> probe.whyAway().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void aStoreThatCanBeReadIsNotAway(Stores store) {
        try (Database database = Database.open(store.url(directory));
                StoreProbe probe = new StoreProbe(database)) {
            answers(probe);
        }
    }

    @Test
    void aFileThatWasMovedAwayIsMissedThoughItIsStillOpenAndFoundAgain() throws IOException {
        try (Database database = Database.open("jdbc:sqlite:" + file);
                StoreProbe probe = new StoreProbe(database)) {
            Path elsewhere = Files.move(file, directory.resolve("elsewhere.db"));

            assertThat(probe.whyAway()).hasValue("its file is gone");
            assertThat(file).as("nobody made it anew").doesNotExist();

            Files.move(elsewhere, file);
            answers(probe);
        }
    }

    @Test
    void anotherFileInItsPlaceIsNotTheStore() throws IOException {
        try (Database database = Database.open("jdbc:sqlite:" + file);
                StoreProbe probe = new StoreProbe(database)) {
            Files.move(file, directory.resolve("elsewhere.db"));
            Files.copy(directory.resolve("elsewhere.db"), file);

            assertThat(probe.whyAway())
                    .hasValue("its file is not the one that was opened, so the service must be started anew");
        }
    }

    @Test
    void aFileThatIsNoDatabaseAnyMoreIsAway() throws IOException {
        try (Database database = Database.open("jdbc:sqlite:" + file);
                StoreProbe probe = new StoreProbe(database)) {
            byte[] content = Files.readAllBytes(file);
            byte[] damaged = content.clone();
            Arrays.fill(damaged, (byte) 'x');
            Files.write(file, damaged);

            assertThat(probe.whyAway()).hasValueSatisfying(why -> assertThat(why)
                    .isIn("its file is no database (SQLITE_NOTADB)", "its file is damaged (SQLITE_CORRUPT)"));

            Files.write(file, content);
            answers(probe);
        }
    }

    @Test
    void aServerThatNobodyReachesIsAwayAndNothingOfItsAddressIsTold() throws IOException {
        LossyWire wire = new LossyWire(PostgresServer.migrated());
        try (Database database = Database.open(wire.url(), new Login(null, "moonlight"));
                StoreProbe probe = new StoreProbe(database)) {
            answers(probe);

            wire.close();

            assertThat(probe.whyAway()).hasValueSatisfying(why -> assertThat(why)
                    .isIn("it cannot be reached (08001)", "it cannot be reached (08006)"));
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsNotWaitedForAndAnswersAgain() throws SQLException {
        String url = PostgresServer.migrated();
        try (Database database = Database.open(url);
                StoreProbe hasty = new StoreProbe(database, Duration.ofMillis(100));
                StoreProbe patient = new StoreProbe(database);
                Connection another = DriverManager.getConnection(url);
                Statement statement = another.createStatement()) {
            another.setAutoCommit(false);
            statement.execute("LOCK TABLE recording IN ACCESS EXCLUSIVE MODE");

            assertThat(hasty.whyAway()).hasValue("it has not answered within 100 ms");
            assertThat(patient.whyAway()).hasValue("it does not let itself be read (57014)");

            another.rollback();
            answers(hasty);
            answers(patient);
        }
    }

    @Test
    void howeverManyWantToKnowOneConnectionAsks() throws SQLException {
        String url = PostgresServer.migrated();
        try (Database database = Database.open(url);
                StoreProbe probe = new StoreProbe(database);
                Connection another = DriverManager.getConnection(url);
                Statement statement = another.createStatement()) {
            another.setAutoCommit(false);
            statement.execute("LOCK TABLE recording IN ACCESS EXCLUSIVE MODE");

            List<CompletableFuture<Optional<String>>> asked = Stream.generate(
                            () -> CompletableFuture.supplyAsync(probe::whyAway))
                    .limit(20)
                    .toList();

            asked.forEach(answer -> assertThat(answer)
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(Optional.of("it does not let itself be read (57014)")));
        }
    }
}
