package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daylight.dossier.Erasure;
import org.daylight.fixture.OpenRecordStore;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.ByHand;
import org.daylight.log.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyStoreTest {
    @TempDir
    Path directory;

    private String verifier = "";

    @BeforeEach
    void aTownThatKeptSomething() throws IOException {
        Files.writeString(directory.resolve("master.key"), OpenRecordStore.MASTER_KEY);
        Town.write(directory, "library", SchemeText.library().rules("""
                declare LateReturn extends Event
                    daysLate : int
                end
                """));
        try (Town town = Town.open(directory)) {
            town.enrol("library", "ada");
            town.state("library.LateReturn", "e1", "ada", "2026-10-01", "{'daysLate':11}");
            town.enrol("library", "ben");
        }
        verifier = SigningKey.parse(
                        Files.readString(directory.resolve("log.key")).strip())
                .verifier()
                .toString();
    }

    private Ran verify(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"verify", "store", "--data", directory.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Ran.of(all);
    }

    @Test
    void aStoreThatNobodyTouchedIsAsItWasLogged() {
        Ran ran = verify("--key", verifier);

        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("4 records logged, all as signed")
                .contains("4 stored records compared, all as logged")
                .doesNotContain("erased");
        assertThat(verify().out()).as("with the key beside the database").isEqualTo(ran.out());
    }

    @Test
    void aRecordAlteredByHandInTheDatabaseFileIsNamed() {
        ByHand.alter(
                Stores.SQLITE.url(directory), "statement", "UPDATE statement SET valid_at = 0 WHERE citizen = 'ada'");

        Ran ran = verify("--key", verifier);

        assertThat(ran.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(ran.out())
                .startsWith("statement 1 of `ada` in `library`: was altered: it is not what was logged as leaf 2");
    }

    @Test
    void whatNobodyCanReadAnyMoreIsCountedAndIsNoFault() {
        try (Town town = Town.open(directory)) {
            new Erasure(town.records).erase("ada", "caseworker");
        }

        Ran ran = verify("--key", verifier);

        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("of erased citizens: cannot be compared, leaves intact");
    }

    @Test
    void aKeyThatWasDestroyedPastTheDoorsIsNamed() {
        ByHand.alter(
                Stores.SQLITE.url(directory),
                "citizen_key",
                "UPDATE citizen_key SET wrapped = NULL, destroyed_at = 1 WHERE citizen = 'ada'");

        Ran ran = verify("--key", verifier);

        assertThat(ran.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(ran.out()).startsWith("citizen `ada`: a key was destroyed, and no erasure is on record for it");
    }

    @Test
    void recordsCutOffTogetherWithTheirLeavesAndCheckpointsAreFoundByTheCheckpointThatWasSaved() throws IOException {
        String exported = directory.resolve("exported").toString();
        String saved = directory.resolve("yesterday").toString();
        Ran.of("log", "export", exported, "--data", directory.toString());
        assertThat(Ran.of("verify", "log", exported, "--key", verifier, "--save", saved)
                        .code())
                .isZero();
        assertThat(verify("--key", verifier, "--since", saved).code()).isZero();
        String url = Stores.SQLITE.url(directory);
        ByHand.alter(url, "enrolment", "DELETE FROM enrolment WHERE citizen = 'ben'");
        ByHand.alter(url, "log_entry", "DELETE FROM log_entry WHERE position = 3");
        ByHand.alter(url, "log_checkpoint", "DELETE FROM log_checkpoint WHERE size = 4");

        Ran without = verify("--key", verifier);
        Ran ran = verify("--key", verifier, "--since", saved);

        assertThat(without.code()).as("nothing that is left tells").isZero();
        assertThat(ran.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(ran.out())
                .contains("earlier checkpoint: it was over 4 leaves, and now there are 3: the log was cut off");
    }

    @Test
    void aLogWhoseNameWasAlteredIsNoticed() {
        ByHand.alter(
                Stores.SQLITE.url(directory), "log_origin", "UPDATE log_origin SET origin = 'another.example/log'");

        Ran ran = verify("--key", verifier);

        assertThat(ran.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(ran.out()).contains("table `log_origin`: was altered: the log `another.example/log` has the key of");
    }

    @Test
    void whatIsMissingToVerifyIsSaid() throws IOException {
        assertThat(Ran.of("verify", "store", "--data", "no-such-folder").err()).contains("there is no database");
        assertThat(verify(
                                "--key",
                                SigningKey.generate("other.example").verifier().toString())
                        .err())
                .contains("--key is missing for the log `town.example/");
        Files.delete(directory.resolve("master.key"));
        assertThat(verify()).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
            assertThat(ran.err()).contains("master key is missing");
        });
    }
}
