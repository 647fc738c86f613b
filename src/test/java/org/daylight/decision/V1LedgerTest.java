package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daylight.dossier.DossierVersion;
import org.daylight.dossier.KnownDossier;
import org.daylight.dossier.StatementReceipt;
import org.daylight.fixture.PostgresServer;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.verify.StoreVerification;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.Sha256;
import org.daylight.store.EpochMicros;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of the first version, with data in it, is sealed and logged when it is opened. */
@ParameterizedClass
@EnumSource(Stores.class)
class V1LedgerTest {
    private static final SchemeText LIBRARY = SchemeText.library().rules("""
            declare LateReturn extends Event
                daysLate : int
                note : String
            end
            rule "Late" @reason( "{$d} days late" ) when LateReturn( $d : daysLate ) then score.add( -$d ); end
            rule "Open" when Request( service == "lending" ) then decision.grant(); end
            """);
    private static final String DATA = "{\"daysLate\":11,\"note\":\"left at Quokka Square\"}";
    private static final Instant OCCURRED = Instant.parse("2026-09-01T12:00:00Z");
    private static final String EVENT = """
            {"specversion":"1.0","source":"urn:old-desk","type":"library.LateReturn","id":"slip-1","subject":"ada",
             "time":"%s","data":%s}""".formatted(OCCURRED, DATA);
    private static final List<String> PERSONAL =
            List.of("left at Quokka Square", "urn:old-desk", "slip-1", "11 days late", "GRANTED");

    private final Stores store;
    private final Path directory;
    private final String url;

    V1LedgerTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
        this.url = store == Stores.SQLITE ? store.url(directory) : PostgresServer.empty();
    }

    /** What a town of today has lived through, to be put down as the first version would have. */
    private record Lived(
            SchemeFolder folder,
            Instant liveAt,
            String notice,
            StatementReceipt accepted,
            KnownDossier known,
            Recorded decision) {}

    @Test
    void whatTheFirstVersionKeptIsReadReplayedAndVerified() throws IOException {
        // given
        Town.write(directory, "library", LIBRARY);
        Lived lived = live();
        migrateToV1();
        Jdbi.create(url).useTransaction(handle -> putDown(handle, lived));
        if (store == Stores.SQLITE) {
            assertThat(filesWith(PERSONAL.get(0))).as("readable before").isNotEmpty();
        }
        // when
        try (Town town = Town.open(url, directory)) {
            // then
            Recorded read = new Decisions(town.ledger, town.dossiers, Clock.systemUTC())
                    .find(lived.decision().id())
                    .orElseThrow();
            // The first version kept no trace ids.
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("asked.traceId")
                    .isEqualTo(lived.decision());
            assertThat(read.asked().traceId()).isNull();
            assertThat(town.dossiers.known("library", "ada")).isEqualTo(lived.known());
            assertThat(new Replay(town.dossiers, town.schemes::revision, Clock.systemUTC())
                            .replay(read)
                            .result())
                    .isEqualTo(Replay.Result.IDENTICAL);
            assertWholeAndVerified(town);
            // and
            assertThat(town.intake.one(EVENT, "source")).as("sent again").isEqualTo(lived.accepted());
            assertThat(town.dossiers.known("library", "ada").mark()).isEqualTo(new DossierVersion(1, 1));
            // and
            if (store == Stores.SQLITE) {
                for (String personal : PERSONAL) {
                    assertThat(filesWith(personal)).as(personal).isEmpty();
                }
            }
        }
        // and once more
        try (Town again = Town.open(url, directory)) {
            assertWholeAndVerified(again);
        }
    }

    private void assertWholeAndVerified(Town town) {
        StoredLog log = new StoredLogs(town.database).all().get(0);
        StoreVerification verified = town.ledger.read(session -> StoreVerification.of(
                Map.of(log, log.key()), consumer -> DecisionLeaves.eachRecord(session, consumer), looked -> {}));
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.records())
                .as("publication, enrolment, statement, decision")
                .isEqualTo(4);
        assertThat(verified.erased()).isZero();
    }

    private Lived live() {
        Path elsewhere = directory.resolve("elsewhere");
        Town.write(elsewhere, "library", LIBRARY);
        try (Town town = Town.open(elsewhere)) {
            town.enrol("library", "ada");
            StatementReceipt accepted = town.intake.one(EVENT, "source");
            Recorded decision = new Decisions(town.ledger, town.dossiers, Clock.systemUTC())
                    .ask(new DecisionRequestReader(town.schemes, Clock.systemUTC())
                            .read(
                                    "{\"scheme\":\"library\",\"service\":\"lending\",\"citizen\":\"ada\"}",
                                    "service",
                                    Optional.empty()));
            var live = town.schemes.live("library").orElseThrow();
            return new Lived(
                    live.rules().scheme().folder(),
                    live.liveAt(),
                    live.rules().scheme().notice().version(),
                    accepted,
                    town.dossiers.known("library", "ada"),
                    decision);
        } finally {
            assertThat(elsewhere.resolve("daylight.db").toFile().delete()).isTrue();
        }
    }

    private void migrateToV1() {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/" + (store == Stores.SQLITE ? "sqlite" : "postgresql"))
                .target("1")
                .load()
                .migrate();
    }

    private static void putDown(Handle v1, Lived lived) {
        Asked asked = lived.decision().asked();
        long statedAt = EpochMicros.of(lived.accepted().recordedAt());
        v1.execute(
                "INSERT INTO revision VALUES (?, 'library', ?, ?)",
                asked.revision(),
                EpochMicros.of(lived.liveAt()),
                lived.folder().archive());
        v1.execute(
                "INSERT INTO publication VALUES (1, 'library', ?, ?)",
                asked.revision(),
                EpochMicros.of(lived.liveAt()));
        v1.execute(
                "INSERT INTO enrolment VALUES ('ada', 'library', 1, 'ENROLLED', ?, 'CONSENT', ?, ?, 'registrar')",
                lived.notice(),
                asked.revision(),
                EpochMicros.of(lived.liveAt()));
        v1.execute(
                "INSERT INTO statement VALUES"
                        + " ('ada', 'library', 1, 'EVENT', 'LateReturn', ?, ?, ?, 'urn:old-desk', 'slip-1', 'source', ?, ?)",
                EpochMicros.of(OCCURRED),
                statedAt,
                asked.revision(),
                DATA.getBytes(StandardCharsets.UTF_8),
                Sha256.hex(("{\"data\":" + DATA + ",\"subject\":\"ada\",\"time\":"
                                + BigDecimal.valueOf(EpochMicros.of(OCCURRED)).stripTrailingZeros()
                                + ",\"type\":\"library.LateReturn\"}")
                        .getBytes(StandardCharsets.UTF_8)));
        v1.execute("INSERT INTO statement_key VALUES ('urn:old-desk', 'slip-1', 'ada', 'library', 1)");
        v1.execute(
                "INSERT INTO decision VALUES"
                        + " ('ada', ?, 'library', 'lending', ?, ?, ?, 1, 1, ?, ?, 'GRANTED', ?, 'OUTCOME,REASONS,TERMS', 0, ?, ?, ?)",
                lived.decision().id(),
                asked.revision(),
                EpochMicros.of(asked.asOf()),
                EpochMicros.of(asked.knownAt()),
                asked.dossierHash(),
                asked.engine(),
                asked.by(),
                EpochMicros.of(lived.decision().recordedAt()),
                "{}".getBytes(StandardCharsets.UTF_8),
                lived.decision().assessmentJson().getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> filesWith(String wanted) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, wanted))
                    .toList();
        }
    }

    private static boolean contains(Path file, String wanted) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
