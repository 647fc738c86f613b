package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.dossier.DossierVersion;
import org.daylight.dossier.KnownDossier;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.verify.StoreVerification;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file in which statements stand in the tree of their citizens, as the third version put them, goes on as it was. */
class V3StoreTest {
    private static final SchemeText LIBRARY = SchemeText.library().rules("""
            declare LateReturn extends Event
                daysLate : int
            end
            rule "Late" @reason( "{$d} days late" ) when LateReturn( $d : daysLate ) then score.add( -$d ); end
            rule "Open" @reason( "Open" ) when Request( service == "lending" ) then decision.grant(); end
            """);
    private static final List<String> CITIZENS = List.of("ben", "ada");

    @Test
    void whatTheThirdVersionKeptIsReadReplayedVerifiedAndAddedTo(@TempDir Path directory) {
        // given
        Path before = directory.resolve("before");
        Town.write(directory, "library", LIBRARY);
        Town.write(before, "library", LIBRARY);
        KnownDossier known;
        Recorded decision;
        try (Town town = Town.open(before)) {
            CITIZENS.forEach(citizen -> town.enrol("library", citizen));
            for (int day = 1; day < 10; day++) {
                for (String citizen : CITIZENS) {
                    state(town, citizen, day);
                }
            }
            known = town.dossiers.known("library", "ada");
            decision = decide(town);
        }
        asTheThirdVersion(Stores.SQLITE.url(directory), before);
        // when
        try (Town town = Town.open(Stores.SQLITE.url(directory), before)) {
            // then
            assertThat(town.dossiers.known("library", "ada")).isEqualTo(known);
            Recorded read = new Decisions(town.ledger, town.dossiers, Clock.systemUTC())
                    .find(decision.id())
                    .orElseThrow();
            assertThat(new Replay(town.dossiers, town.schemes::revision, Clock.systemUTC())
                            .replay(read)
                            .result())
                    .isEqualTo(Replay.Result.IDENTICAL);
            // and
            state(town, "ada", 9);
            state(town, "ada", 10);
            assertThat(town.dossiers.known("library", "ada").mark())
                    .as("one was sent again, one is new")
                    .isEqualTo(new DossierVersion(10, 1));
            assertThat(findings(town)).isEmpty();
            assertThat(inOrder(town))
                    .as("they stand in the order of their leaves")
                    .isSorted();
        }
    }

    private static void state(Town town, String citizen, int day) {
        town.state(
                "library.LateReturn",
                citizen + "-" + day,
                citizen,
                "2026-09-%02d".formatted(day),
                "{'daysLate':%d}".formatted(day));
    }

    private static Recorded decide(Town town) {
        return new Decisions(town.ledger, town.dossiers, Clock.systemUTC())
                .ask(new DecisionRequestReader(town.schemes, Clock.systemUTC())
                        .read(
                                "{\"scheme\":\"library\",\"service\":\"lending\",\"citizen\":\"ada\"}",
                                "service",
                                Optional.empty()));
    }

    /** Every table's rows in the tables as they were then. */
    private static void asTheThirdVersion(String url, Path copied) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/sqlite")
                .target("3")
                .load()
                .migrate();
        try (Handle handle = Jdbi.open(url)) {
            handle.execute("ATTACH ? AS copied", copied.resolve("daylight.db").toString());
            handle.execute("DELETE FROM recording");
            for (String table : handle.createQuery("SELECT name FROM main.sqlite_master WHERE type = 'table'"
                            + " AND name NOT LIKE 'v1_%' AND name NOT LIKE 'flyway%'")
                    .mapTo(String.class)
                    .list()) {
                handle.execute("INSERT INTO main." + table + " SELECT * FROM copied." + table);
            }
        }
    }

    private static List<?> findings(Town town) {
        StoredLog log = new StoredLogs(town.database).all().get(0);
        return town.ledger.read(session -> StoreVerification.of(
                        Map.of(log, log.key()), consumer -> DecisionLeaves.eachRecord(session, consumer), looked -> {})
                .findings());
    }

    private static List<Long> inOrder(Town town) {
        return town.database.reading().withHandle(handle -> handle.createQuery(
                        "SELECT leaf FROM statement ORDER BY rowid")
                .mapTo(Long.class)
                .list());
    }
}
