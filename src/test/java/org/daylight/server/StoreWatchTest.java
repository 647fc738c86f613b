package org.daylight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.daylight.fixture.LogLines;
import org.daylight.store.Database;
import org.daylight.store.StoreProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreWatchTest {
    private final Path directory;
    private final Path file;
    private final Database database;
    private final StoreProbe probe;
    private final StoreWatch watch;
    private final LogLines log = LogLines.open();

    StoreWatchTest(@TempDir Path directory) {
        this.directory = directory;
        file = directory.resolve("daylight.db");
        database = Database.open("jdbc:sqlite:" + file);
        probe = new StoreProbe(database);
        watch = new StoreWatch(probe);
    }

    @AfterEach
    void close() {
        log.close();
        watch.stop();
        probe.close();
        database.close();
    }

    private static Throwable refused() {
        return catchThrowable(() -> DriverManager.getConnection("jdbc:sqlite:/nowhere/at/all.db"));
    }

    private List<String> lines() {
        return log.from(Level.INFO).stream()
                .filter(line -> line.contains("the store"))
                .toList();
    }

    @Test
    void anOutageIsOneWarningWithItsReasonAndOneLineWhenItIsOver() throws IOException {
        // given
        FailureProblems failures = new FailureProblems(watch);
        // when
        Path elsewhere = Files.move(file, directory.resolve("elsewhere.db"));
        List<String> ids = Stream.generate(() -> failures.away(refused()).id())
                .limit(20)
                .distinct()
                .toList();
        // then
        assertThat(ids).as("all are told the outage's id").hasSize(1);
        String away =
                "WARN the store is away: its file cannot be opened (SQLITE_CANTOPEN); all who meet it so are told the"
                        + " id "
                        + ids.get(0);
        assertThat(watch.whyAway()).hasValue("its file is gone");
        assertThat(lines()).containsExactly(away);
        // and when it is back
        Files.move(elsewhere, file);
        await().atMost(Duration.ofMinutes(2)).until(() -> lines().size() > 1);
        assertThat(lines()).containsExactly(away, "INFO the store answers again, id " + ids.get(0));
        assertThat(watch.whyAway()).isEmpty();
    }

    @Test
    void whoAsksWhetherTheServiceIsReadyFindsAnOutageToo() throws IOException {
        Files.delete(file);

        watch.whyAway();
        watch.whyAway();

        assertThat(lines()).singleElement().asString().startsWith("WARN the store is away: its file is gone");
    }

    @Test
    void aSecondOutageIsToldAnew() throws IOException {
        String first = watch.away(refused());
        await().atMost(Duration.ofMinutes(2)).until(() -> lines().size() == 2);

        String second = watch.away(refused());

        assertThat(second).isNotEqualTo(first);
        assertThat(lines()).hasSize(3).last().asString().contains(second);
    }
}
