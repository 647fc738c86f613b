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

class ExplainCommandTest {
    @TempDir
    Path directory;

    private String dossier = "";

    @BeforeEach
    void aDossierOfTheCommunity() throws IOException {
        dossier = Files.writeString(directory.resolve("ben.yaml"), """
                        given:
                          - { event: LateReturn, id: l1, at: 2026-10-01, data: { daysLate: 9 } }
                          - { event: LateReturn, id: l2, at: 2026-09-01, data: { daysLate: 40 } }
                          - { event: LateReturn, id: l3, at: 2020-08-01, data: { daysLate: 30 } }
                          - { event: ContentsClaim, id: c1, at: 2026-07-01, data: { amountCents: 5000 } }
                          - { event: ReturnedOnTime, id: r1, at: 2026-08-01, data: { item: drill } }
                        asOf: 2026-11-01
                        ask: { service: bike-hire }
                        """).toString();
    }

    @Test
    void itSaysWhyWhyNotAndWhatDidNotCount() {
        Ran explain = Ran.of("explain", "community", dossier);

        assertThat(explain.code()).as(explain.err()).isZero();
        assertThat(explain.out())
                .contains("decision on bike-hire: REFUSED")
                .contains("principal reasons\n  1. Something borrowed was missing for 40 days, more than a month"
                        + " (Lending terms, section 4), -30 points; without this the score would be 500 and the outcome"
                        + " would be GRANTED")
                .contains("on LateReturn case#l2 of 2026-09-01 {daysLate=40}")
                .contains("the score is 470; with 30 points more `Bike hire without a deposit needs 500` would not have"
                        + " fired")
                .contains("Standing: score >= 500, found 470")
                .contains("2020-08-01  LateReturn case#l3 did not count: it is older than the rules look back"
                        + " (since 2023-08-01)");
    }

    @Test
    void asJsonItIsTheSameContent() throws IOException {
        Ran explain = Ran.of("explain", "community", dossier, "--format", "json");

        JsonNode page = new ObjectMapper().readTree(explain.out());
        assertThat(page.at("/assessment/decision/outcome").asText()).isEqualTo("REFUSED");
        assertThat(page.at("/outcome").asText()).isEqualTo("REFUSED");
        assertThat(page.at("/reasons/principal/0/points").asLong()).isEqualTo(-30);
        assertThat(page.at("/reasons/principal/0/says").asText()).startsWith("Something borrowed was missing");
        assertThat(page.at("/nearMisses/rules/0/rule").asText()).isEqualTo("Bike hire without a deposit");
        assertThat(page.at("/nearMisses/rules/0/miss/says").asText()).isEqualTo("Standing: score >= 500, found 470");
        assertThat(page.at("/nearMisses/rules/0/miss/found").asLong()).isEqualTo(470);
        assertThat(page.at("/nearMisses/rules/0/miss/needed").asText()).isEqualTo(">= 500");
        assertThat(page.at("/notCounted/0/why").asText()).isEqualTo("OUTSIDE_LOOKBACK");
    }

    @Test
    void aCaseIsExplainedByItsName() {
        Ran none = Ran.of("explain", "community", "--case", "no such case");
        Ran several = Ran.of("explain", "community", "--case", "a");
        Ran both = Ran.of("explain", "community", dossier, "--case", "a");

        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("no case is named `no such case`");
        assertThat(several.err()).contains("cases are named `a`");
        assertThat(both.err()).contains("expected a dossier file or --case");
    }
}
