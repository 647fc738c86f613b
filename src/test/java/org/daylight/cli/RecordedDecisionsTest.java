package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daylight.decision.TownDecisions;
import org.daylight.dossier.Erasure;
import org.daylight.fixture.OpenRecordStore;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.ByHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code replay} and {@code export} read the database of a service, beside it. */
class RecordedDecisionsTest {
    @TempDir
    Path directory;

    private Town town;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(directory.resolve("master.key"), OpenRecordStore.MASTER_KEY);
        Town.write(directory, "library", SchemeText.library().rules("""
                        rule "Open" @reason( "Open to all" ) when Request( service == "lending" ) then decision.grant(); end
                        """));
        town = Town.open(directory);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Ran run(String... arguments) {
        return Ran.of(arguments);
    }

    @Test
    void aRangeIsReplayedAndCounted() {
        // given
        TownDecisions.ask(town, "library", "lending", "ada");
        TownDecisions.ask(town, "library", "lending", "ben");
        new Erasure(town.records).erase("ada", "operator");
        // when
        Ran replayed = run("replay", "--data", directory.toString());
        Ran nothing = run("replay", "--data", directory.toString(), "--to", "2020-01-01");
        Ran json = run("replay", "--data", directory.toString(), "--format", "json", "--scheme", "library");
        // then
        assertThat(replayed.err()).isEmpty();
        assertThat(replayed.out())
                .contains("not possible: erased", "2 decisions: 1 identical, 0 different, 1 not possible");
        assertThat(replayed.code()).isZero();
        assertThat(nothing.out()).contains("0 decisions");
        assertThat(json.out().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith("{\"decision\":"));
    }

    @Test
    void anExportToAFileGoesOnWhereTheFileEnds() throws IOException {
        // given
        Path file = directory.resolve("decisions.ndjson");
        String first = TownDecisions.ask(town, "library", "lending", "ada");
        assertThat(run("export", "--data", directory.toString(), "--file", file.toString())
                        .code())
                .isZero();
        String second = TownDecisions.ask(town, "library", "lending", "ben");
        // when the next export finds a line that was only half written
        Files.writeString(file, Files.readString(file) + "{\"decision_id\":\"half");
        Ran ran = run("export", "--data", directory.toString(), "--file", file.toString());
        // then
        assertThat(ran.out()).contains("1 decision appended");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains(first);
        assertThat(lines.get(1)).contains(second).endsWith("}");
    }

    @Test
    void aReplayThatIsNotPossibleThoughNobodyWasErasedFails() {
        // given
        String id = TownDecisions.ask(town, "library", "lending", "ada");
        ByHand.alter(Stores.SQLITE.url(directory), "revision", "UPDATE revision SET archive = x'00'");
        // when
        Ran ran = run("replay", "--data", directory.toString());
        // then
        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .contains(id, "NOT POSSIBLE: its revision is missing, was altered")
                .contains("1 decision: 0 identical, 0 different, 1 not possible, 1 of them though nobody was erased");
    }

    @Test
    void anExportDoesNotGoOnBehindTheDecisionsOfAnotherDatabase() throws IOException {
        // given
        String id = TownDecisions.ask(town, "library", "lending", "ada");
        Path file = directory.resolve("decisions.ndjson");
        run("export", "--data", directory.toString(), "--file", file.toString());
        String exported = Files.readString(file).replace(id, "01a2106c-04ab-71cb-bc94-4f25bebbfad4");
        Files.writeString(file, exported);
        // when
        Ran ran = run("export", "--data", directory.toString(), "--file", file.toString());
        // then
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("ends with a decision that this database does not have");
        assertThat(file).hasContent(exported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "notes\n", "{\"a\": 1}\n{\"b\": 2}", "{\"a\": 1}\n"})
    void aFileThatIsNoExportIsLeftAsItIs(String content) throws IOException {
        // given
        TownDecisions.ask(town, "library", "lending", "ada");
        Path file = Files.writeString(directory.resolve("notes"), content);
        // when
        Ran ran = run("export", "--data", directory.toString(), "--file", file.toString());
        // then
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("does not end with an exported decision");
        assertThat(file).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cursor", "/decision_id", "/result/reasons/0"})
    void whatCannotBeMaskedIsNotExportedAsIfItWere(String mask) {
        // given
        TownDecisions.ask(town, "library", "lending", "ada");
        // when
        Ran ran = run("export", "--data", directory.toString(), "--mask", mask);
        // then
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void anExportWithoutAFileGoesToTheOutput() {
        // given
        String id = TownDecisions.ask(town, "library", "lending", "ada");
        // when
        Ran ran = run("export", "--data", directory.toString(), "--mask", "/input/citizen");
        // then
        assertThat(ran.out().lines()).singleElement().satisfies(line -> assertThat(line)
                .contains(id, "\"erased\":[\"/input/citizen\"]"));
    }

    @Test
    void aRecordedDecisionIsExplainedByTheRulesThatMadeIt() {
        // given
        String id = TownDecisions.ask(town, "library", "lending", "ada");
        String erased = TownDecisions.ask(town, "library", "lending", "eve");
        new Erasure(town.records).erase("eve", "operator");
        // when
        Ran ran = run("explain", "--decision", id, "--data", directory.toString());
        Ran json = run("explain", "--decision", id, "--data", directory.toString(), "--format", "json");
        // then
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("GRANTED", "Open to all");
        assertThat(json.out()).contains("\"nearMisses\"");
        assertThat(run("explain", "--decision", erased, "--data", directory.toString())
                        .err())
                .contains("cannot be explained any more: erased");
        assertThat(run("explain", "--decision", "none", "--data", directory.toString())
                        .err())
                .contains("there is no decision `none`");
        assertThat(run("explain", "library", "--decision", id).code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("explain").err()).contains("expected a scheme folder, or --decision");
    }

    @Test
    void whatCannotBeReadIsToldPlainly() {
        assertThat(run("replay", "--data", directory.resolve("nowhere").toString())
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("export", "--data", directory.toString(), "--after", "x").err())
                .contains("--after is `x`");
        assertThat(run("export", "--data", directory.toString(), "--mask", "x").err())
                .contains("expected a JSON pointer");
        assertThat(run("replay", "--data", directory.toString(), "--from", "x").err())
                .contains("--from is `x`");
        assertThat(run("replay", "--data", directory.toString(), "--master-key-file", "nowhere")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }
}
