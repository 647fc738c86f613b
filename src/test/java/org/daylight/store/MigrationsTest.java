package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.daylight.decision.DecisionLeaves;
import org.daylight.decision.TownDecisions;
import org.daylight.dossier.DossierSnapshot;
import org.daylight.dossier.Erasure;
import org.daylight.fixture.PostgresServer;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.verify.StoreVerification;
import org.daylight.scheme.Sha256;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each migration is applied to a database in which the one before it has left data; and one that was released never changes. */
@ParameterizedClass
@EnumSource(Stores.class)
class MigrationsTest {
    /** The SHA-256 of every migration, by its resource. Where a database of it may exist, a line is only ever added. */
    private static final Map<String, String> CHECKSUMS = Map.of(
            "db/sqlite/V1__records.sql", "2de4e374a21ace44e5f17d1e3c25d46ff6a222982a678e21e76b95550624a4e6",
            "db/postgresql/V1__records.sql", "556c105416ca487d6f341bb02187dbd4990616a9a1f6e95b32b010855d73e078");

    /** What the code before a later migration has written, by the version that it had; to be put into both stores alike. */
    private static final Map<Integer, Consumer<Handle>> WRITTEN_BEFORE_THE_NEXT = Map.of();

    private static final SchemeText LIBRARY = SchemeText.library().rules("""
            declare LateReturn extends Event
                daysLate : int
            end
            rule "Open" @reason( "Open to all" ) when Request( service == "lending" ) then decision.grant(); end
            """);

    private final Path directory;
    private final String url;
    private final Dialect dialect;

    MigrationsTest(Stores store, @TempDir Path directory) {
        this.directory = directory;
        url = store == Stores.SQLITE ? store.url(directory) : PostgresServer.empty();
        dialect = Dialect.of(url, Login.NONE);
    }

    @Test
    void aReleasedMigrationNeverChanges() throws IOException {
        for (String file : Migrations.FILES) {
            String name = dialect.migrations() + file;
            try (InputStream sql = Migrations.class.getClassLoader().getResourceAsStream(name)) {
                assertThat(Sha256.hex(Objects.requireNonNull(sql).readAllBytes()))
                        .as(name)
                        .isEqualTo(CHECKSUMS.get(name));
            }
        }
    }

    @Test
    void whatWasKeptBeforeAMigrationIsReadVerifiedAndAddedToAfterIt() {
        // given
        List<Integer> versions =
                IntStream.rangeClosed(1, Migrations.FILES.size()).boxed().toList();
        assertThat(WRITTEN_BEFORE_THE_NEXT).containsOnlyKeys(versions.subList(0, versions.size() - 1));
        for (int version : versions) {
            migrateTo(version);
            Consumer<Handle> written = WRITTEN_BEFORE_THE_NEXT.getOrDefault(version, handle -> {});
            Jdbi.create(url).useTransaction(written::accept);
        }
        // when
        Town.write(directory, "library", LIBRARY);
        DossierSnapshot before;
        try (Town town = Town.open(url, directory)) {
            for (String citizen : List.of("ada", "ben")) {
                town.enrol("library", citizen);
                live(town, citizen, "before");
            }
            new Erasure(town.records).erase("ben", "operator");
            before = town.dossiers.known("library", "ada");
            assertVerified(town);
        }
        // then
        try (Town town = Town.open(url, directory)) {
            assertThat(town.dossiers.at("library", "ada", before.version(), before.knownAt(), null))
                    .isEqualTo(before);
            live(town, "ada", "after");
            assertThat(town.dossiers.known("library", "ada").dossier().statements())
                    .hasSize(2);
            assertVerified(town);
        }
    }

    private void migrateTo(int version) {
        Migrations.flyway(dialect, dialect.writing())
                .target(MigrationVersion.fromVersion(String.valueOf(version)))
                .load()
                .migrate();
    }

    private static void live(Town town, String citizen, String id) {
        town.state("library.LateReturn", id + " " + citizen, citizen, "2026-10-01", "{'daysLate':11}");
        TownDecisions.ask(town, "library", "lending", citizen);
    }

    private static void assertVerified(Town town) {
        StoredLog log = new StoredLogs(town.database).all().get(0);
        StoreVerification verified = town.records.read(session -> StoreVerification.of(
                Map.of(log, log.key()),
                Map.of(),
                consumer -> DecisionLeaves.eachRecord(session, consumer),
                looked -> {}));
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.records()).isEqualTo(log.size());
    }
}
