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

class WhenTest {
    private static final Instant AS_OF = Instant.parse("2026-03-10T08:00:00Z");
    private static final RuleBase LIBRARY =
            SchemeText.library().with("Fee.csv", """
                    from,to,reference,mostCents
                    2020-01-01,2027-06-30,"Terms 2020",500
                    2027-07-01,,"Terms 2027",900
                    """).rules("""
                    declare LateReturn extends Event
                        daysLate : int
                    end
                    declare Born extends Fact
                        on : LocalDate
                    end
                    declare Debt extends Fact
                        cents : int
                    end
                    declare Fee extends Parameter
                        mostCents : int
                    end
                    rule "Late" @reason( "Came back {$l.daysLate} days late" )
                    when AsOf( $today : date ) $l : LateReturn( occurredOn > $today.minusMonths( 12 ) )
                    then score.add( -10 ); end
                    rule "May borrow" @reason( "A standing of {$s} is enough" )
                    when Request( service == "lending" ) Standing( $s : score >= 500 ) then decision.grant(); end
                    rule "May not borrow" @reason( "A standing of 500 is needed" )
                    when Request( service == "lending" ) Standing( score < 500 ) then decision.refuse(); end
                    rule "Owes too much" @reason( "More than {$most} is owed" )
                    when Request( service == "lending" ) Fee( $most : mostCents ) Debt( cents > $most ) then decision.refuse(); end
                    rule "Too young" @reason( "Reading is from 18 on" )
                    when AsOf( $today : date ) Request( service == "reading-room" ) Born( on > $today.minusYears( 18 ) )
                    then decision.refuse(); end
                    rule "Old enough" @reason( "Old enough to read" )
                    when AsOf( $today : date ) Request( service == "reading-room" ) Born( on <= $today.minusYears( 18 ) )
                    then decision.grant(); end
                    """).ruleBase();

    private static List<String> turns(String service, Statement... statements) {
        Inquiry inquiry = new Inquiry(LIBRARY, Given.dossier(statements), Question.of(service, Map.of()), AS_OF);
        FutureChanges when = FutureChanges.of(inquiry, Evaluation.assess(inquiry), SchemeLanguage.of(LIBRARY, null));
        return when.changes().stream()
                .map(turn -> turn.on() + " " + turn.after().outcome() + " "
                        + turn.because().stream()
                                .map(because -> (because.appears() ? "+" : "-") + because.rule())
                                .toList())
                .toList();
    }

    private static Statement late(String id, String at) {
        return Given.event("LateReturn", id, at, Map.of("daysLate", 3L));
    }

    @Test
    void anEventThatLapsesChangesTheOutcomeOnTheDayItDoes() {
        // 2026-02-28 is not after 2027-02-28 less twelve months; 23:30 in Berlin is that day still.
        assertThat(turns("lending", late("a", "2026-02-28T22:30:00Z")))
                .containsExactly("2027-02-28 GRANTED [-Late, -May not borrow, +May borrow]");
    }

    @Test
    void onlyTheLastOfSeveralChangesIt() {
        assertThat(turns("lending", late("a", "2025-06-01T10:00:00Z"), late("b", "2026-01-20T10:00:00Z")))
                .containsExactly("2027-01-20 GRANTED [-Late, -May not borrow, +May borrow]");
    }

    @Test
    void aTablesNextRowDoes() {
        assertThat(turns("lending", Given.fact("Debt", "d", "2026-01-01T00:00:00Z", Map.of("cents", 700L))))
                .containsExactly("2027-07-01 GRANTED [-Owes too much, +May borrow]");
    }

    @Test
    void aBirthdayDoes() {
        assertThat(turns("reading-room", Given.fact("Born", "b", "2026-01-01T00:00:00Z", Map.of("on", "2008-02-29"))))
                .as("18 on 2026-02-28")
                .isEmpty();
        assertThat(turns("reading-room", Given.fact("Born", "b", "2026-01-01T00:00:00Z", Map.of("on", "2010-11-30"))))
                .containsExactly("2028-11-30 GRANTED [-Too young, +Old enough]");
    }

    @Test
    void whatHoldsOnlyLaterDoesToo() {
        assertThat(turns("lending", Given.fact("Debt", "d", "2026-05-05T12:00:00Z", Map.of("cents", 501L))))
                .containsExactly(
                        "2026-05-05 REFUSED [-May borrow, +Owes too much]",
                        "2027-07-01 GRANTED [-Owes too much, +May borrow]");
    }

    @Test
    void nothingDoesBeyondFiveYears() {
        assertThat(turns("reading-room", Given.fact("Born", "b", "2026-01-01T00:00:00Z", Map.of("on", "2013-03-10"))))
                .containsExactly("2031-03-10 GRANTED [-Too young, +Old enough]");
        assertThat(turns("reading-room", Given.fact("Born", "b", "2026-01-01T00:00:00Z", Map.of("on", "2013-03-11"))))
                .isEmpty();
    }
}
