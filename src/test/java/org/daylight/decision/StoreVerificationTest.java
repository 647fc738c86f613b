package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.daylight.dossier.Erasure;
import org.daylight.dossier.UnrecordedErasures;
import org.daylight.fixture.Stores;
import org.daylight.log.ByHand;
import org.daylight.log.verify.StoreVerification;
import org.daylight.publication.RevisionCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever holds the database file can change anything in it, triggers or not; the log tells what. */
@ParameterizedClass
@EnumSource(Stores.class)
class StoreVerificationTest {
    private final String url;
    private final LoggedTown logged;
    private String decision = "";

    StoreVerificationTest(Stores store, @TempDir Path directory) {
        url = store.url(directory);
        logged = new LoggedTown(store, directory);
    }

    @BeforeEach
    void aTownWithARecordOfEachKind() {
        for (String citizen : new String[] {"ada", "ben"}) {
            logged.town.enrol("library", citizen);
            logged.town.state("library.LateReturn", citizen, citizen, "2026-10-01", "{'daysLate':11}");
            logged.town.state("library.LateReturn", citizen + "-2", citizen, "2026-10-02", "{'daysLate':12}");
        }
        decision = logged.ask("ada");
        logged.ask("ben");
        new Erasure(logged.town.records).erase("ben", "caseworker");
    }

    @AfterEach
    void close() {
        logged.close();
    }

    private void alter(String table, String change) {
        ByHand.alter(url, table, change);
    }

    @Test
    void whatNobodyTouchedIsAsItWasLogged() {
        StoreVerification verification = logged.verified();

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.records())
                .as("a publication, two enrolments, a withdrawal, four statements, two decisions, an erasure")
                .isEqualTo(11)
                .isEqualTo(verification.checkpoints().get(0).size());
        assertThat(verification.erased())
                .as("enrolment, two statements and decision of ben")
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void anAlteredDecisionIsNamedWhicheverColumnItIs() {
        for (String column :
                new String[] {"as_of", "known_at", "recorded_at", "dossier_position", "enrolment_position"}) {
            alter("decision", "UPDATE decision SET " + column + " = " + column + " + 1 WHERE id = '" + decision + "'");

            assertThat(logged.findings())
                    .as(column)
                    .singleElement()
                    .asString()
                    .startsWith("decision " + decision + ": was altered");
            alter("decision", "UPDATE decision SET " + column + " = " + column + " - 1 WHERE id = '" + decision + "'");
        }
        alter("decision", "UPDATE decision SET recorded_by = 'somebody' WHERE id = '" + decision + "'");

        assertThat(logged.findings()).singleElement().asString().startsWith("decision " + decision + ": was altered");
    }

    @Test
    void anAlteredStatementIsNamed() {
        alter("statement", "UPDATE statement SET valid_at = valid_at - 1 WHERE citizen = 'ada' AND position = 2");

        assertThat(logged.findings())
                .singleElement()
                .asString()
                .startsWith("statement ")
                .contains("ada")
                .contains("was altered: it is not what was logged as leaf");
    }

    @Test
    void aStatementWhoseSealedPartWasAlteredIsNamed() {
        alter(
                "statement",
                "UPDATE statement SET sealed = (SELECT o.sealed FROM statement o WHERE o.citizen = 'ada' AND o.position = 1)"
                        + " WHERE citizen = 'ada' AND position = 2");

        assertThat(logged.findings()).singleElement().asString().contains("was altered: it cannot be read any more");
    }

    @Test
    void anAlteredEnrolmentIsNamed() {
        alter("enrolment", "UPDATE enrolment SET action = 'WITHDRAWN' WHERE citizen = 'ada'");

        assertThat(logged.findings())
                .singleElement()
                .asString()
                .startsWith("enrolment")
                .contains("was altered");
    }

    @Test
    void aSaltOfAnotherLengthIsNamed() {
        alter(
                "publication",
                "UPDATE publication SET salt = sealed FROM (SELECT sealed FROM statement LIMIT 1) another");

        assertThat(logged.findings()).singleElement().asString().startsWith("publication 1: was altered: its salt has");
    }

    @Test
    void aCheckpointOfAnotherFormIsNamed() {
        alter(
                "log_checkpoint",
                "UPDATE log_checkpoint SET root = sealed FROM (SELECT sealed FROM statement LIMIT 1) another"
                        + " WHERE size = 3");

        assertThat(logged.findings())
                .singleElement()
                .asString()
                .contains("checkpoint over 3 leaves")
                .contains("is no SHA-256 hash");
    }

    @Test
    void aRecordThatWasGivenAKeyDestroyedBeforeIsNamedByItsCitizen() {
        logged.town.enrol("library", "ben");
        logged.town.state("library.LateReturn", "ben-3", "ben", "2026-10-03", "{'daysLate':13}");
        StoreVerification before = logged.verified();
        alter("statement", "UPDATE statement SET key_version = 1 WHERE citizen = 'ben' AND position = 3");

        assertThat(before.findings()).isEmpty();
        assertThat(logged.town.records.read(UnrecordedErasures::find)).containsExactly("ben");
    }

    @Test
    void anAlteredPublicationAndErasureAreNamed() {
        alter("publication", "UPDATE publication SET live_at = live_at + 1");
        alter("erasure", "UPDATE erasure SET recorded_by = 'nobody'");

        assertThat(logged.findings())
                .hasSize(2)
                .anySatisfy(
                        finding -> assertThat(finding).startsWith("publication").contains("was altered"))
                .anySatisfy(finding -> assertThat(finding).startsWith("erasure").contains("was altered"));
    }

    @Test
    void aDeletedRowIsNamedByItsLeaf() {
        alter("decision", "DELETE FROM decision WHERE id = '" + decision + "'");

        assertThat(logged.findings())
                .singleElement()
                .asString()
                .startsWith("leaf ")
                .contains("its record is gone");
    }

    @Test
    void aRowThatNamesAnotherLeafIsNamedAndSoIsTheLeaf() {
        alter("decision", "UPDATE decision SET leaf = 0 WHERE id = '" + decision + "'");

        assertThat(logged.findings())
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding).startsWith("decision " + decision))
                .anySatisfy(finding -> assertThat(finding).contains("its record is gone"));
    }

    @Test
    void anAlteredLeafIsNamed() {
        alter(
                "log_entry",
                "UPDATE log_entry SET entry = (SELECT o.entry FROM log_entry o WHERE o.position = 1) WHERE position = 3");

        assertThat(logged.findings())
                .anySatisfy(finding -> assertThat(finding).startsWith("log `"))
                .anySatisfy(
                        finding -> assertThat(finding).contains("was altered: it is not what was logged as leaf 3"));
    }

    @Test
    void aLeafThatWasTakenOutIsNamed() {
        alter("log_entry", "DELETE FROM log_entry WHERE position = 4");

        assertThat(logged.findings())
                .anySatisfy(
                        finding -> assertThat(finding).startsWith("leaf 4 of").contains("is missing"));
    }

    @Test
    void anAlteredCheckpointIsNamedTheLastOneAndAnEarlierOne() {
        alter(
                "log_checkpoint",
                "UPDATE log_checkpoint SET root = (SELECT o.root FROM log_checkpoint o WHERE o.size = 2) WHERE size = 3");
        assertThat(logged.findings())
                .singleElement()
                .asString()
                .contains("checkpoint over 3 leaves")
                .contains("does not fit the text it stands under");

        alter("log_checkpoint", "UPDATE log_checkpoint SET size = size + 100 WHERE size = 11");
        assertThat(logged.findings()).anySatisfy(finding -> assertThat(finding)
                .contains("checkpoint: the signature by")
                .contains("does not fit"));
    }

    @Test
    void aRevisionWhoseFilesWereAlteredIsNamedAndNoRuleOfItRuns() {
        alter("revision", "UPDATE revision SET archive = sealed FROM (SELECT sealed FROM statement LIMIT 1) another");

        assertThat(logged.findings())
                .singleElement()
                .asString()
                .startsWith("publication 1: was altered: the files of its revision")
                .contains("are not those that it is the hash of");
        assertThat(new RevisionCache(logged.town.records).find(logged.town.revision("library")))
                .isEmpty();
    }

    @Test
    void aRevisionThatWasTakenAwayIsNamed() {
        alter("revision", "DELETE FROM revision");

        assertThat(logged.findings()).singleElement().asString().contains("is missing; it was logged as leaf 0");
    }

    @Test
    void aStatementThatCouldBeStatedTwiceBecauseItsIdIsGoneIsNamed() {
        alter("statement_key", "DELETE FROM statement_key WHERE citizen = 'ada' AND position = 1");

        assertThat(logged.findings())
                .singleElement()
                .asString()
                .startsWith("statement 1 of `ada` in `library`: was altered: it is not found by its source and id");
    }
}
