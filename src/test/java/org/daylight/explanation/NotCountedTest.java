package org.daylight.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.explanation.reason.NotCounted;
import org.daylight.explanation.reason.NotCountedFinder;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Test;

class NotCountedTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T12:00:00Z");

    private static final RuleBase RULES =
            SchemeText.library().with("scheme.yaml", """
                    title: Library
                    purpose: Lending books
                    owner: The library
                    lawfulBasis: CONSENT
                    timeZone: UTC
                    score: { start: 500, floor: 0, ceiling: 1000 }
                    lookback: P3Y
                    services:
                      - { id: lending, title: Lending }
                      - { id: reading-room, title: Reading room, essential: true }
                    """).rules("""
                    declare Late extends Event
                        days : int
                    end
                    declare Missed extends Event
                        bill : String
                    end
                    declare Paid extends Event
                        bill : String
                    end
                    declare Member extends Fact
                        since : LocalDate
                    end
                    rule "Late"
                    when
                        AsOf( $today : date )
                        Late( days > 7, occurredOn > $today.minusMonths( 12 ) )
                    then
                        score.add( -10 );
                    end
                    rule "Unpaid"
                    when
                        Missed( $bill : bill )
                        not Paid( bill == $bill )
                    then
                        score.add( -60 );
                    end
                    rule "Member"
                    when
                        Member()
                    then
                        score.add( 1 );
                    end
                    rule "Asked"
                    when
                        Request()
                    then
                        decision.grant();
                    end
                    """).ruleBase();

    private static Statement late(String id, String day, long days) {
        return Given.event("Late", id, day + "T10:00:00Z", Map.of("days", days));
    }

    private static List<NotCounted> notCounted(Dossier dossier, String service) {
        var question = Question.of(service, Map.of());
        Inquiry inquiry = new Inquiry(RULES, dossier, question, NOVEMBER);
        return NotCountedFinder.find(inquiry, Evaluation.assess(inquiry));
    }

    @Test
    void eachStatementThatDidNotCountHasItsReasonAndTheDaySinceWhen() {
        Dossier dossier = Given.dossier(
                late("counts", "2026-10-01", 9),
                late("too-old", "2023-02-01", 9),
                late("too-old-and-taken-back", "2023-03-01", 9),
                late("lapsed", "2025-06-15", 9),
                late("never", "2026-06-15", 3),
                late("taken-back", "2026-06-16", 9),
                late("to-come", "2026-12-01", 9),
                Given.event("Missed", "missed", "2026-03-01T10:00:00Z", Map.of("bill", "x")),
                Given.event("Paid", "paid", "2026-04-10T10:00:00Z", Map.of("bill", "x")),
                Given.fact("Member", "old", "2024-01-01T10:00:00Z", Map.of("since", "2020-01-01")),
                Given.fact("Member", "new", "2025-01-01T10:00:00Z", Map.of("since", "2021-01-01")),
                Given.event("Unheard", "unheard", "2026-05-01T10:00:00Z", Map.of()),
                Given.retraction("r1", "taken-back"),
                Given.retraction("r2", "too-old-and-taken-back"));

        assertThat(notCounted(dossier, "lending"))
                .extracting(one -> one.id().substring("urn:test#".length()), NotCounted::why, NotCounted::since)
                .containsExactly(
                        tuple("too-old", NotCounted.Why.OUTSIDE_LOOKBACK, LocalDate.parse("2026-02-01")),
                        tuple("too-old-and-taken-back", NotCounted.Why.RETRACTED, null),
                        tuple("old", NotCounted.Why.SUPERSEDED, null),
                        tuple("lapsed", NotCounted.Why.LAPSED, LocalDate.parse("2026-06-15")),
                        tuple("missed", NotCounted.Why.OVERTAKEN, LocalDate.parse("2026-04-10")),
                        tuple("paid", NotCounted.Why.NO_RULE, null),
                        tuple("unheard", NotCounted.Why.UNKNOWN_TYPE, null),
                        tuple("never", NotCounted.Why.NO_RULE, null),
                        tuple("taken-back", NotCounted.Why.RETRACTED, null),
                        tuple("to-come", NotCounted.Why.NOT_YET_VALID, null));
    }

    @Test
    void conductInAnEssentialServiceIsSaidToBeLeftOut() {
        assertThat(notCounted(Given.dossier(late("l1", "2026-10-01", 9)), "reading-room"))
                .extracting(NotCounted::says)
                .containsExactly("Late urn:test#l1 did not count: an essential service is decided without conduct");
    }

    @Test
    void nothingCountsOfSomebodyWhoIsNotEnrolled() {
        Dossier dossier = new Dossier("library", "ada", false, List.of(late("l1", "2026-10-01", 9)));

        assertThat(notCounted(dossier, "lending"))
                .extracting(NotCounted::why)
                .containsExactly(NotCounted.Why.NOT_ENROLLED);
    }
}
