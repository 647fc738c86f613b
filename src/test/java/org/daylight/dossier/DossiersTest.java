package org.daylight.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daylight.dossier.Archive.event;
import static org.daylight.dossier.Archive.lateReturn;
import static org.daylight.dossier.Archive.retraction;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.fixture.Stores;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class DossiersTest {
    private final Stores store;
    private final Archive archive;

    DossiersTest(Stores store, @TempDir Path directory) {
        this.store = store;
        archive = new Archive(store, directory);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void ofACitizenNobodyHasHeardOfNothingIsKnown() {
        DossierSnapshot nobody = archive.dossiers.known("community", "ada");

        assertThat(nobody.version()).isEqualTo(DossierVersion.NOTHING);
        assertThat(nobody.dossier().enrolled()).isFalse();
        assertThat(nobody.dossier().statements()).isEmpty();
    }

    @Test
    void aVersionNamesTheSameDossierWhateverIsRecordedLater() {
        archive.enrol("ada");
        archive.state(lateReturn("1", "ada", 9));
        DossierSnapshot then = archive.dossiers.known("community", "ada");

        archive.state(lateReturn("2", "ada", 3));
        archive.state(retraction("3", "ada", "1"));
        archive.enrolments.withdraw("community", "ada", "registrar");
        DossierSnapshot now = archive.dossiers.known("community", "ada");

        assertThat(archive.dossiers.at("community", "ada", then.version(), then.knownAt(), null))
                .isEqualTo(then);
        assertThat(then.dossier().enrolled()).isTrue();
        assertThat(now.dossier().enrolled()).isFalse();
        assertThat(now.dossier().statements()).hasSize(3);
        assertThat(now.version()).isEqualTo(new DossierVersion(3, 2));
        assertThat(now.hash()).isNotEqualTo(then.hash());
    }

    @Test
    void beforeAnythingWasKnownNobodyWasEnrolled() {
        archive.enrol("ada");
        archive.state(lateReturn("1", "ada", 9));

        DossierSnapshot before = archive.dossiers.at("community", "ada", DossierVersion.NOTHING, Instant.EPOCH, null);

        assertThat(before.dossier().enrolled()).isFalse();
        assertThat(before.dossier().statements()).isEmpty();
    }

    @Test
    void eventsBeforeTheLookBackAreLeftOutAndFactsAndRetractionsAreNot() {
        archive.enrol("ada");
        archive.state(lateReturn("old", "ada", 1).replace("2026-11-20", "2020-01-01"));
        archive.state(lateReturn("edge", "ada", 2).replace("2026-11-20T16:30:00Z", "2025-11-23T00:00:00Z"));
        archive.state(event("community.Income", "income", "ada", "{'amount':5}").replace("2026-11-20", "2020-01-01"));
        archive.state(retraction("taken back", "ada", "edge").replace("2026-11-20", "2020-01-01"));
        archive.state(lateReturn("new", "ada", 3));
        Instant since = Instant.parse("2025-11-23T00:00:00Z");

        DossierSnapshot known = archive.dossiers.known("community", "ada", Optional.empty(), since);

        assertThat(known.dossier().statements())
                .extracting(Statement::id)
                .containsExactly("edge", "income", "taken back", "new");
        assertThat(known.version().statements()).isEqualTo(5);
        assertThat(archive.dossiers.at("community", "ada", known.version(), known.knownAt(), since))
                .isEqualTo(known);
    }

    @Test
    void readingWithinTheLookBackDoesNotWalkWhatLiesBeforeIt() {
        String plan = store.plan(
                archive.database.reading(),
                StatementRows.UP_TO,
                Map.of(
                        "citizen",
                        "ada",
                        "scheme",
                        "community",
                        "position",
                        10_000,
                        "always",
                        Long.MIN_VALUE,
                        "since",
                        0));

        switch (store) {
            case SQLITE ->
                assertThat(plan)
                        .contains("USING INDEX statement_by_time (citizen=? AND scheme=? AND kind=? AND valid_at>?)")
                        .doesNotContain("SCAN statement", "PRIMARY KEY", "autoindex");
            case POSTGRES ->
                assertThat(plan)
                        .containsPattern("using statement_by_time .*valid_at >= ")
                        .doesNotContain("statement_pkey", "Seq Scan");
        }
    }

    @Test
    void dossiersOfDifferentPeopleAndSchemesAreApart() {
        archive.enrol("ada");
        archive.enrol("bob");
        archive.state(lateReturn("1", "ada", 9));

        assertThat(archive.dossiers.known("community", "bob").dossier().statements())
                .isEmpty();
        assertThat(archive.dossiers.known("driving", "ada").dossier().statements())
                .isEmpty();
    }

    @Test
    void whateverDiffersChangesTheHash() {
        Set<String> hashes = new HashSet<>();
        hashes.add(hash("ada"));
        archive.enrol("ada");
        hashes.add(hash("ada"));
        archive.enrol("bob");
        hashes.add(hash("bob"));
        archive.state(event("community.Income", "1", "ada", "{'amount':5}"));
        hashes.add(hash("ada"));
        archive.state(event("community.Income", "2", "ada", "{'amount':5}"));
        hashes.add(hash("ada"));

        assertThat(hashes).hasSize(5);
    }

    @Test
    void valuesAreReadBackAsWhatTheyWere() {
        archive.enrol("ada");
        archive.state(event("community.Income", "1", "ada", "{'amount':1200,'note':'5'}"));
        archive.state(lateReturn("2", "ada", 5));

        assertThat(archive.dossiers.known("community", "ada").dossier().statements())
                .extracting(statement ->
                        statement.data().values().iterator().next().getClass().getSimpleName())
                .containsExactly("BigDecimal", "Long");
    }

    private String hash(String citizen) {
        return archive.dossiers.known("community", citizen).hash();
    }
}
