package org.daylight.explanation.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final Instant AS_OF = Instant.parse("2026-03-10T08:00:00Z");
    private static final RuleBase LIBRARY =
            SchemeText.library().with("Ceiling.csv", """
                    from,to,reference,mostCents
                    2020-01-01,,"Terms 2020",45000
                    """).rules("""
                    declare enum Kind
                        GUEST, MEMBER, FRIEND;
                    end
                    declare LateReturn extends Event
                        @changeable( "fewer" )
                        daysLate : int
                    end
                    declare Returned extends Event
                        @changeable( "more" )
                        book : String
                    end
                    declare BillMissed extends Event
                        bill : String
                    end
                    declare BillPaid extends Event
                        @changeable( "more" )
                        bill : String
                    end
                    declare Income extends Fact
                        monthlyCents : long @changeable( "down" )
                        people : int
                    end
                    declare Card extends Fact
                        kind : Kind @changeable
                    end
                    declare Born extends Fact
                        on : LocalDate
                    end
                    declare Ceiling extends Parameter
                        mostCents : long
                    end
                    rule "Late" @reason( "Came back {$l.daysLate} days late" )
                    when $l : LateReturn( daysLate > 7 ) then score.add( -30 ); end
                    rule "Returned" @reason( "Brought back: {$n}" )
                    when accumulate( $r : Returned(); $n : count( $r ); $n > 0 ) then score.add( 10 * $n ); end
                    rule "Unpaid" @reason( "Bill {$b} is unpaid" )
                    when BillMissed( $b : bill ) not BillPaid( bill == $b ) then score.add( -60 ); end
                    rule "May borrow" @reason( "A standing of {$s} is enough" )
                    when Request( service == "lending" ) Standing( $s : score >= 500 ) then decision.grant(); end
                    rule "May not borrow" @reason( "A standing of 500 is needed" )
                    when Request( service == "lending" ) Standing( score < 500 ) then decision.refuse(); end
                    rule "Reads free" @reason( "Too little to pay for reading" )
                    when
                        Request( service == "reading-room" )
                        Card( kind == Kind.MEMBER )
                        Ceiling( $most : mostCents )
                        Income( monthlyCents / people < $most )
                    then decision.grant(); end
                    rule "Needs a card" @reason( "Reading needs a member's card" )
                    when Request( service == "reading-room" ) not Card( kind == Kind.MEMBER ) then decision.refuse(); end
                    rule "Earns enough" @reason( "There is enough to pay for reading" )
                    when
                        Request( service == "reading-room" )
                        Ceiling( $most : mostCents )
                        Income( monthlyCents / people >= $most )
                    then decision.refuse(); end
                    rule "Too young" @reason( "Reading is from 18 on" )
                    when AsOf( $today : date ) Request( service == "reading-room" ) Born( on > $today.minusYears( 18 ) )
                    then decision.refuse(); end
                    """).ruleBase();

    private static WhatIf whatIf(String service, int limit, Statement... statements) {
        Inquiry inquiry = new Inquiry(LIBRARY, Given.dossier(statements), Question.of(service, Map.of()), AS_OF);
        return WhatIf.of(inquiry, Evaluation.assess(inquiry), SchemeLanguage.of(LIBRARY, null), limit);
    }

    private static List<String> ways(String service, Statement... statements) {
        return whatIf(service, WhatIf.LIMIT, statements).ways().stream()
                .map(WhatIf.Way::text)
                .toList();
    }

    private static Statement event(String type, String id, Map<String, ?> data) {
        return Given.event(type, id, "2026-01-10T10:00:00Z", data);
    }

    private static Statement fact(String type, Map<String, ?> data) {
        return Given.fact(type, type, "2026-01-10T10:00:00Z", data);
    }

    @Test
    void oneFewerComesBeforeSeveralMore() {
        assertThat(ways("lending", event("LateReturn", "l", Map.of("daysLate", 9L))))
                .containsExactly(
                        "This would be granted if this no longer counts: late return (days late 9) of January 10, 2026.",
                        "This would be granted if this happens 3 times more: returned.");
    }

    @Test
    void theBillThatIsMissedIsTheOneToPay() {
        assertThat(ways("lending", event("BillMissed", "m", Map.of("bill", "B-17"))))
                .containsExactly(
                        "This would be granted if this happens once more: bill paid (bill B-17).",
                        "This would be granted if this happens 6 times more: returned.");
    }

    @Test
    void aFactsNextValueIsExactEvenWhereRulesCalculateWithIt() {
        WhatIf whatIf = whatIf(
                "reading-room",
                WhatIf.LIMIT,
                fact("Card", Map.of("kind", "MEMBER")),
                fact("Income", Map.of("monthlyCents", 250_000L, "people", 3L)));

        assertThat(whatIf.ways()).singleElement().satisfies(way -> {
            assertThat(way.changes()).singleElement().extracting(Change::to).isEqualTo(134_999L);
            assertThat(way.text()).isEqualTo("This would be granted with monthly: €1,349.99 instead of €2,500.00.");
        });
    }

    @Test
    void twoThatOnlyTogetherHelpAreFound() {
        assertThat(ways(
                        "reading-room",
                        fact("Card", Map.of("kind", "GUEST")),
                        fact("Income", Map.of("monthlyCents", 90_000L, "people", 2L))))
                .singleElement()
                .asString()
                .contains("kind: member instead of guest", "monthly: €899.99 instead of €900.00");
    }

    /** The nearest pair lies between the steps that each of the two makes alone: at 1000 something happens too, but 500 will do. */
    @Test
    void theSecondOfTwoIsSoughtBesideTheNearestOfTheFirst() {
        RuleBase loans = SchemeText.library()
                .service("{ id: loan, title: Loan, request: LoanRequest }")
                .rules("""
                    declare LoanRequest extends Request
                        income : int @changeable
                        age : int @changeable
                    end
                    declare Adult
                    end
                    declare Rich
                    end
                    rule "Adult" when LoanRequest( age >= 18 ) then insert( new Adult() ); end
                    rule "Rich" when LoanRequest( income >= 1000 ) then insert( new Rich() ); end
                    rule "Loan" @reason( "Grown up, with 500 to live on" )
                    when LoanRequest( income >= 500 ) exists Adult() then decision.grant(); end
                    """)
                .ruleBase();
        Inquiry inquiry =
                new Inquiry(loans, Given.dossier(), Question.of("loan", Map.of("income", 100L, "age", 17L)), AS_OF);

        WhatIf whatIf = WhatIf.of(inquiry, Evaluation.assess(inquiry), SchemeLanguage.of(loans, null), WhatIf.LIMIT);

        assertThat(whatIf.ways()).singleElement().satisfies(way -> assertThat(way.changes())
                .extracting(Change::to)
                .containsExactlyInAnyOrder(500L, 18L));
    }

    @Test
    void anEmptyListIsAProofWhenAllWasTried() {
        WhatIf whatIf = whatIf(
                "reading-room",
                WhatIf.LIMIT,
                fact("Card", Map.of("kind", "GUEST")),
                fact("Income", Map.of("monthlyCents", 1_000L, "people", 2L)),
                fact("Born", Map.of("on", "2015-01-01")));

        assertThat(whatIf.ways()).isEmpty();
        assertThat(whatIf.exhausted()).isTrue();
        assertThat(whatIf.steps()).isEqualTo(2);
        assertThat(whatIf.text()).isEqualTo("Nothing that you could change within 2 steps would change this outcome.");
    }

    @Test
    void itSaysSoWhenItGivesUp() {
        WhatIf whatIf = whatIf("lending", 3, event("BillMissed", "m", Map.of("bill", "B-17")));

        assertThat(whatIf.evaluations()).isEqualTo(3);
        assertThat(whatIf.exhausted()).isFalse();
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        Statement[] given = {
            event("BillMissed", "m", Map.of("bill", "B-17")),
            event("LateReturn", "l", Map.of("daysLate", 9L)),
            event("LateReturn", "k", Map.of("daysLate", 10L))
        };

        assertThat(whatIf("lending", WhatIf.LIMIT, given)).isEqualTo(whatIf("lending", WhatIf.LIMIT, given));
    }
}
