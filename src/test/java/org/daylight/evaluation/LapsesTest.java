package org.daylight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LapsesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aLineLapsesOnTheFirstDayItsRuleNoLongerGivesIt() {
        // given
        RuleBase rules = SchemeText.library().rules("""
                        declare Fine extends Event
                            months : int
                        end
                        rule "Fine" when
                            AsOf( $today : date )
                            Fine( $months : months, occurredOn.plusMonths( $months ) > $today )
                        then
                            score.add( -$months );
                        end
                        """).ruleBase();
        Dossier dossier = Given.dossier(
                Given.event("Fine", "a", "2026-01-31T10:00:00Z", Map.of("months", 13L)),
                Given.event("Fine", "b", "2026-11-22T10:00:00Z", Map.of("months", 120L)),
                Given.event("Fine", "c", "2026-11-22T10:00:00Z", Map.of("months", 600L)));
        // when
        Inquiry inquiry = new Inquiry(rules, dossier, null, NOW);
        List<@Nullable LocalDate> days = LapseDates.of(inquiry, Evaluation.assess(inquiry));
        // then
        assertThat(days).containsExactlyInAnyOrder(LocalDate.of(2027, 2, 28), LocalDate.of(2036, 11, 22), null, null);
    }

    @Test
    void aLineLapsesWhenItsEventLeavesTheLookback() {
        // given
        RuleBase rules =
                SchemeText.library().with("scheme.yaml", """
                        title: Library
                        purpose: Lending books
                        owner: The library
                        lawfulBasis: CONSENT
                        timeZone: Europe/Berlin
                        lookback: P1Y
                        services:
                          - { id: lending, title: Lending }
                        """).rules("""
                        declare Visit extends Event
                            books : int
                        end
                        rule "Visit" when Visit( $n : books ) then score.add( $n ); end
                        """).ruleBase();
        Dossier dossier = Given.dossier(Given.event("Visit", "v", "2026-03-01T23:30:00Z", Map.of("books", 2L)));
        // when
        Inquiry inquiry = new Inquiry(rules, dossier, null, NOW);
        List<@Nullable LocalDate> days = LapseDates.of(inquiry, Evaluation.assess(inquiry));
        // then: it was already the second of March in Berlin
        assertThat(days).containsExactly(LocalDate.of(2027, 3, 2));
    }
}
