package org.daylight.explanation.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.fixture.Given;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final Instant AS_OF = Instant.parse("2026-11-01T22:59:59.999999Z");
    private static final String NUMBER = "01936f0e-0000-7000-8000-000000000000";
    private static RuleBase community;

    @BeforeAll
    static void compile() throws IOException {
        community = RuleCompiler.compile("community", SchemeFolder.read(Path.of("rules/community")))
                .ruleBase()
                .orElseThrow();
    }

    /** Refused the bike at 480: 31 days late, one bill missed, one old event, and a damage with a name full of markup. */
    private static Dossier ben() {
        List<Statement> statements = List.of(
                Given.event("LateReturn", "late", "2026-03-02T10:00:00Z", Map.of("daysLate", 31L)),
                Given.event("ReturnedOnTime", "back", "2026-05-02T10:00:00Z", Map.of("item", "ladder")),
                Given.event("DamageReported", "damage", "2026-06-02T10:00:00Z", Map.of("damage", "<b>wheel</b> & co")),
                Given.event("LateReturn", "old", "2023-01-02T10:00:00Z", Map.of("daysLate", 90L)),
                Given.fact("Income", "income", "2026-01-02T10:00:00Z", Map.of("monthlyCents", 123_456L, "people", 2L)));
        return new Dossier("community", "ben", true, statements);
    }

    private static Letter letter(String service, Map<String, ?> attributes, String language) {
        return LetterWriter.write(
                new Inquiry(community, ben(), Question.of(service, attributes), AS_OF),
                new LetterWriter.About(NUMBER, AS_OF),
                SchemeLanguage.of(community, language));
    }

    @Test
    void itSaysAllThatAPersonNeeds() {
        String text = letter("bike-hire", Map.of(), "en").text();

        assertThat(text)
                .contains("Community council, lending and support desk")
                .contains("Your request is refused.")
                .contains("Bike hire without a deposit needs a standing of 500")
                .contains("Lending terms, section 2", "lending.drl:")
                .contains("430 points, building")
                .contains("was reported on 2 June 2026 and has not been made good: -50")
                .contains("late return of 2 January 2023", "older than the rules look back")
                .contains("This would be granted if this happens 7 times more: returned on time.")
                .contains("From 2 March 2029 on")
                .contains("Name the number of this decision: " + NUMBER)
                .contains(community.revision())
                .contains(community.scheme().notice().version());
    }

    @Test
    void itSpeaksTheReadersLanguageThroughout() {
        String text = letter("starter-loan", Map.of("amountCents", 123_456L), "de-AT, en;q=0.5")
                .text();

        assertThat(text)
                .contains("Ihr Antrag ist abgelehnt.")
                .contains("Ein Startkredit setzt einen Stand von 550 voraus")
                .contains("Kreditbedingungen, Abschnitt 2")
                .contains("gewünschter Betrag: 1.234,56")
                .contains("430 Punkte, im Aufbau")
                .contains("wurde am 2. Juni 2026 gemeldet")
                .contains("Dies würde bewilligt")
                .doesNotContain("standing", "request", "terms");
    }

    @Test
    void whoAsksForALanguageNobodySpeaksIsToldInTheRulesOwn() {
        assertThat(letter("bike-hire", Map.of(), "ja").language()).isEqualTo("en-GB");
        assertThat(letter("bike-hire", Map.of(), "en").language()).isEqualTo("en-GB");
        assertThat(letter("bike-hire", Map.of(), "fr;q=1, de;q=0.4").language()).isEqualTo("de");
        assertThat(letter("bike-hire", Map.of(), "no language;;").language()).isEqualTo("en-GB");
    }

    @Test
    void aPageEscapesWhatSomebodyStatedAndNeedsNothingFromElsewhere() {
        String html = letter("bike-hire", Map.of(), "de").html();

        assertThat(html)
                .contains("<html lang=\"de\">", "<h1>", "<h2>", "@page", "size: A4")
                .contains("&lt;b&gt;wheel&lt;/b&gt; &amp; co")
                .doesNotContain("<b>wheel", "http://", "https://", "<script", "src=", "url(");
    }

    @Test
    void somebodyWhoseServiceIsEssentialReadsNothingOfAStanding() {
        String text = letter("medicine", Map.of("medicine", "insulin"), "en").text();

        assertThat(text)
                .contains("No prescription for insulin is on record")
                .contains("if this is put on record: prescription")
                .doesNotContain("Your standing", "not scored");
    }
}
