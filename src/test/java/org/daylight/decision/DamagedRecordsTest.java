package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daylight.decision.standing.Standings;
import org.daylight.fixture.Stores;
import org.daylight.log.ByHand;
import org.daylight.log.merkle.Tile;
import org.daylight.store.RecordDamagedException;
import org.daylight.store.StoreAway;
import org.daylight.vault.RecordAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever needs a record that is damaged is told its kind, and neither that the store is away nor what the record is about. */
@ParameterizedClass
@EnumSource(Stores.class)
class DamagedRecordsTest {
    private static final byte[] NO_CONTENTS = new byte[60];
    private static final String SEALED_OF_ANOTHER =
            " SET sealed = (SELECT o.sealed FROM statement o WHERE o.citizen = 'ben' AND o.position = 1)";

    private final String url;
    private final LoggedTown logged;
    private String decision = "";

    DamagedRecordsTest(Stores store, @TempDir Path directory) {
        url = store.url(directory);
        logged = new LoggedTown(store, directory);
    }

    @BeforeEach
    void aTownThatDecided() {
        for (String citizen : new String[] {"ada", "ben"}) {
            logged.town.enrol("library", citizen);
            logged.town.state("library.LateReturn", citizen, citizen, "2026-10-01", "{'daysLate':11}");
        }
        decision = logged.ask("ada");
    }

    @AfterEach
    void close() {
        logged.close();
    }

    private void alter(String table, String change) {
        ByHand.alter(url, table, change);
    }

    private long decisions() {
        return logged.town.database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM decision")
                .mapTo(long.class)
                .one());
    }

    private Object standing() {
        return new Standings(logged.town.dossiers)
                .read(
                        logged.town.schemes.live("library").orElseThrow().rules(),
                        "ada",
                        new TimePoints(Optional.empty(), Optional.empty()),
                        Instant.parse("2026-11-01T00:00:00Z"));
    }

    private static void isDamaged(String kind, ThrowingCallable reading) {
        RecordDamagedException damage = catchThrowableOfType(RecordDamagedException.class, reading);
        assertThat(damage).isNotNull();
        assertThat(damage.kind()).isEqualTo(kind);
        assertThat(StoreAway.isCauseOf(damage)).isFalse();
        // An id, being random, may spell a name.
        assertThat(String.valueOf(damage.getMessage()).replaceAll("[0-9a-f-]{36}", ""))
                .doesNotContain("ada")
                .doesNotContain("daysLate");
    }

    @Test
    void aDecisionThatDoesNotOpenIsDamaged() {
        alter("decision", "UPDATE decision" + SEALED_OF_ANOTHER);

        isDamaged("decision", () -> logged.decisions.find(decision));
        isDamaged("decision", () -> logged.receipts.of(decision));
    }

    @Test
    void aDecisionThatOpensButDoesNotUnpackIsDamagedAndNamedByVerification() {
        byte[] sealed = logged.town.records.write((session, at) ->
                session.keys().sealing("ada", at).seal(NO_CONTENTS, RecordAddress.of("decision", "ada", decision)));
        String hex = HexFormat.of().formatHex(sealed);
        alter("decision", "UPDATE decision SET sealed = " + (url.contains("sqlite") ? "x'" : "'\\x") + hex + "'");

        isDamaged("decision", () -> logged.decisions.find(decision));
        assertThat(logged.findings())
                .singleElement()
                .asString()
                .startsWith("decision " + decision + ": was altered: it cannot be read any more");
    }

    @Test
    void aStatementThatDoesNotOpenStopsWhatRestsOnItAndNothingIsKept() {
        alter("statement", "UPDATE statement" + SEALED_OF_ANOTHER + " WHERE citizen = 'ada'");
        long before = decisions();

        isDamaged("statement", this::standing);
        isDamaged("statement", () -> logged.ask("ada"));
        assertThat(decisions()).isEqualTo(before);
        assertThat(logged.ask("ben")).as("nobody else is in the way of it").isNotBlank();
    }

    @Test
    void aKeyThatDoesNotUnwrapIsDamagedAndNothingIsSealedWithIt() {
        alter(
                "citizen_key",
                "UPDATE citizen_key" + SEALED_OF_ANOTHER.replace("SET sealed", "SET wrapped")
                        + " WHERE citizen = 'ada'");

        isDamaged("citizen_key", () -> logged.decisions.find(decision));
        isDamaged(
                "citizen_key",
                () -> logged.town.state("library.LateReturn", "a2", "ada", "2026-10-02", "{'daysLate':1}"));
    }

    @Test
    void anEnrolmentWhoseActionIsNoneIsDamaged() {
        assumeThat(url).as("PostgreSQL's own check stands before it").startsWith("jdbc:sqlite:");
        alter("enrolment", "UPDATE enrolment SET action = 'NONE' WHERE citizen = 'ada'");

        isDamaged("enrolment", this::standing);
    }

    @Test
    void aLeafThatIsGoneIsMissedByTileAndReceipt() {
        alter("log_entry", "DELETE FROM log_entry WHERE position = 1");

        isDamaged("log", () -> logged.receipts.of(decision));
        isDamaged(
                "log",
                () -> logged.logs.named(logged.town.log.name()).orElseThrow().tile(new Tile(0, 0, 3)));
    }

    @Test
    void nobodyIsGivenAReceiptThatDoesNotHold() {
        alter(
                "log_entry",
                "UPDATE log_entry SET entry = (SELECT o.entry FROM log_entry o WHERE o.position = 1) WHERE position"
                        + " = 2");

        isDamaged("decision", () -> logged.receipts.of(decision));
    }
}
