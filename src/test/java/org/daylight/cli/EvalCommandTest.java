package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
    @TempDir
    Path directory;

    private String dossier = "";

    @BeforeEach
    void aDossierOfTheCommunity() throws IOException {
        dossier = Files.writeString(directory.resolve("ada.yaml"), """
                        given:
                          - { event: VolunteerShift, id: v1, at: 2025-05-01, data: { hours: 30 } }
                          - { event: LateReturn, id: l1, at: 2026-10-01, data: { daysLate: 9 } }
                          - { event: ContentsClaim, id: c1, at: 2024-01-10, data: { amountCents: 5000 } }
                          - { event: ReturnedOnTime, id: r2, at: 2027-01-01, data: { item: I-1 } }
                          - { fact: DateOfBirth, id: b1, at: 2023-01-01, data: { born: 1990-01-01 } }
                        asOf: 2026-11-01
                        ask: { service: bike-hire }
                        """).toString();
    }

    @Test
    void itShowsTheDecisionTheLedgerAndTheTrace() {
        Ran eval = Ran.of("eval", "community", dossier);

        assertThat(eval.code()).as(eval.err()).isZero();
        assertThat(eval.out())
                .contains("as of 2026-11-01T22:59:59.999999Z")
                .contains("decision on bike-hire: GRANTED\n  because A standing of 540 is enough")
                .contains("standing: 540 (fair)\n    +500  start\n")
                .contains("     -10  Something borrowed came back 9 days late [Lending terms, section 4]  <- case#l1")
                .contains("Returned more than a week late  (score.drl:")
                .contains("on LateReturn case#l1 { daysLate = 9 }")
                .contains("score.add -10")
                .contains("set aside\n  ReturnedOnTime case#r2: NOT_YET_VALID");
    }

    @Test
    void anotherQuestionMayBeAskedThanTheFilesOwn() {
        Ran eval = Ran.of(
                "eval",
                "community",
                dossier,
                "--service",
                "starter-loan",
                "--attribute",
                "amountCents=60001",
                "--as-of",
                "2026-12-31");

        assertThat(eval.code()).as(eval.err()).isZero();
        assertThat(eval.out())
                .contains("as of 2026-12-31T22:59:59.999999Z", "decision on starter-loan: REFUSED")
                .contains("because A starter loan needs a standing of 550");
    }

    @Test
    void asJsonItIsTheCanonicalAssessment() throws IOException {
        Ran eval = Ran.of("eval", "community", dossier, "--format", "json");

        JsonNode assessment = new ObjectMapper().readTree(eval.out());
        assertThat(assessment.at("/decision/outcome").textValue()).isEqualTo("GRANTED");
        assertThat(assessment.at("/standing/score").longValue()).isEqualTo(540);
        assertThat(assessment.at("/trace").size()).isPositive();
    }

    @Test
    void withoutAnyMomentItAsksAboutNow() throws IOException {
        Path bare = Files.writeString(directory.resolve("bare.yaml"), "given: []\n");

        Ran eval = Ran.of("eval", "community", bare.toString());

        assertThat(eval.out()).contains("as of 2026-11-23T12:00:00Z", "standing: not scored");
    }

    @Test
    void whatIsWrongWithTheDossierIsToldByLine() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), """
                given:
                  - { event: LateReturn, id: l1, at: 2026-10-01, data: { daysLate: many } }
                ask: { service: bike-hyre }
                """);

        Ran eval = Ran.of("eval", "community", wrong.toString());

        assertThat(eval.code()).isEqualTo(ExitCode.USAGE);
        assertThat(eval.err())
                .contains("wrong.yaml:2:0 error wrong-type `daysLate` of `LateReturn` is ")
                .contains("wrong.yaml:3:0 error unknown-service", "fix: did you mean `bike-hire`?");
    }

    @Test
    void anAttributeThatDoesNotFitIsWrongUsage() {
        Ran eval = Ran.of("eval", "community", dossier, "--service", "starter-loan", "--attribute", "amountCents=much");
        Ran without = Ran.of("eval", "community", dossier, "--attribute", "amountCents=1");

        assertThat(eval.code()).isEqualTo(ExitCode.USAGE);
        assertThat(eval.err()).contains("--service:0:0 error wrong-type `amountCents` of `LoanRequest` is ");
        assertThat(without.err()).contains("--attribute needs --service");
    }
}
