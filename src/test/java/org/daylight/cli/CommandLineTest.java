package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    Path directory;

    private String scheme = "";

    @BeforeEach
    void aNewScheme() {
        scheme = Ran.scheme(directory).toString();
    }

    @Test
    void aNewSchemePassesCheckAndItsCasesCoverAllOfIt() {
        Ran check = Ran.of("check", scheme);
        Ran test = Ran.of("test", scheme, "--coverage", "--coverage-rules", "100", "--coverage-conditions", "100");

        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out()).endsWith("library: 2 rules, 3 cases, nothing wrong\n");
        assertThat(test.code()).as(test.out()).isZero();
    }

    @Test
    void aNewRulePassesCheckAndItsCasesCoverItToo() {
        Ran written = Ran.of("new", "rule", scheme, "Members may take books home");
        Ran check = Ran.of("check", scheme);
        Ran test = Ran.of("test", scheme, "--coverage-rules", "100", "--coverage-conditions", "100");

        assertThat(written.out()).contains("members-may-take-books-home.drl");
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out()).contains("3 rules, 5 cases, nothing wrong");
        assertThat(test.code()).as(test.out()).isZero();
    }

    @Test
    void aNewRuleForAServiceWithAttributesAsksWithAttributes() throws IOException {
        Path folder = Path.of(scheme);
        Ran.replace(folder.resolve("scheme.yaml"), "id: card, ", "id: card, request: CardRequest, ");
        Files.writeString(folder.resolve("request.drl"), """
                package library
                declare enum Size SMALL, LARGE; end
                declare CardRequest extends Request
                    size : Size
                    count : int
                    until : LocalDate
                end
                """);
        Files.delete(folder.resolve("cases/card.yaml"));

        Ran.of("new", "rule", scheme, "Large cards");

        Ran test = Ran.of("test", scheme);
        assertThat(test.code()).as(test.out()).isZero();
        assertThat(test.out()).contains("2 cases, all hold");
    }

    @Test
    void whatIsThereAlreadyIsNotOverwritten() {
        Ran again = Ran.of("new", "scheme", "library", "--in", directory.toString());
        Ran rule = Ran.of("new", "rule", scheme, "Residents get a card");

        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("is there already");
        assertThat(rule.code()).isEqualTo(ExitCode.USAGE);
        assertThat(rule.err()).contains("has a rule `Residents get a card` already");
    }

    @Test
    void aProblemIsToldByFileLineAndColumnWithWhatHelps() {
        Ran.replace(Path.of(scheme, "cases/card.yaml"), "{ fact: Residence, id: r2", "{ fact: Residense, id: r2");

        Ran check = Ran.of("check", scheme);

        assertThat(check.code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
        assertThat(check.out())
                .contains("library/cases/card.yaml:17:0 error unknown-type the scheme declares no fact `Residense`")
                .contains("    fix: did you mean `Residence`?");
    }

    @Test
    void aSchemeThatDoesNotCompileIsNeitherTestedNorEvaluated() throws IOException {
        Ran.replace(Path.of(scheme, "card.drl"), "here == true", "there == true");
        Path dossier = Files.writeString(directory.resolve("ada.yaml"), "given: []\n");

        assertThat(Ran.of("check", scheme).code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
        assertThat(Ran.of("test", scheme).code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
        assertThat(Ran.of("eval", scheme, dossier.toString()).code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
        assertThat(Ran.of("new", "rule", scheme, "Another").code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
    }

    @Test
    void aCaseThatDoesNotHoldIsToldByItsLine() {
        Ran.replace(Path.of(scheme, "cases/card.yaml"), "outcome: REFUSED", "outcome: GRANTED");

        Ran test = Ran.of("test", scheme);

        assertThat(test.code()).isEqualTo(ExitCode.CASES_FAILED);
        assertThat(test.out())
                .contains("library/cases/card.yaml:14:0 failed A resident's card: Who moved away does not")
                .contains("    outcome: expected GRANTED, found REFUSED")
                .endsWith("library: 3 cases, 1 failed\n");
    }

    @Test
    void tooLittleCoverageFailsAndNamesWhatIsLeftOut() throws IOException {
        Files.writeString(Path.of(scheme, "cases/card.yaml"), """
                title: A card
                cases:
                  - name: Who lives here gets a card
                    given:
                      - { fact: Residence, id: r1, at: 2026-01-01, data: { here: true } }
                    asOf: 2026-11-01
                    ask: { service: card }
                    expect: { outcome: GRANTED }
                """);

        Ran test = Ran.of("test", scheme, "--coverage-rules", "100", "--coverage-conditions", "50");

        assertThat(test.code()).isEqualTo(ExitCode.CASES_FAILED);
        assertThat(test.out())
                .contains(
                        "library/card.drl:5:0 uncovered rule `Residents get a card`: no case in which it does not fire")
                .contains(
                        "library/card.drl:15:0 uncovered rule `A card needs a residence here`: no case in which it fires")
                .contains(
                        "card.drl:20:0 uncovered condition `not Residence( here == true )` of `A card needs a residence here`: "
                                + "never seen to hold")
                .contains("0 of 2 (0 %) rules are covered, at least 100 % are asked for")
                .contains("conditions are covered, at least 50 % are asked for");
    }

    @Test
    void wrongUsageIsToldApartFromWrongSchemes() {
        assertThat(Ran.of().code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("chek").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("check", "--fast").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("check", scheme + "-not-there").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("test", scheme, "--format", "xml").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("test", scheme, "--coverage-rules", "101").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("new", "scheme", "Not An Id").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("new", "rule", scheme, "a \" quote").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("eval", scheme, "not-there.yaml").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSchemeNearlyNamedIsSuggested() {
        Ran check = Ran.of("check", "comunity");

        assertThat(check.err()).contains("there is no folder `comunity`", "did you mean `community`?");
    }

    @Test
    void helpTeachesByExamples() {
        assertThat(Ran.of("--help").out()).contains("A first round:", "daylight new scheme library", "Exit codes:");
        assertThat(Ran.of("--help").code()).isZero();
        for (String command : new String[] {"check", "test", "eval", "new"}) {
            Ran help = Ran.of(command, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Example").contains("  daylight " + command + " ");
        }
    }
}
