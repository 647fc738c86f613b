package org.daylight.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.condition.ConditionListener;
import org.daylight.explanation.condition.Conditions;
import org.daylight.explanation.condition.RuleCondition;
import org.daylight.explanation.condition.SearchLimitException;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.TwoWays;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T12:00:00Z");

    private static final String TYPES = """
            declare enum Kind BOOK, FILM; end
            declare Loan extends Event
                item : String
                kind : Kind
                days : int
            end
            declare Return extends Event
                item : String
            end
            declare Trouble
                item : String
                days : int
            end function String[] names() { return new String[] { "A", null, "B" }; }
            """;

    /** Three loans, one of them returned. */
    private static final Dossier LOANS = Given.dossier(
            loan("l1", "A", "BOOK", 10),
            loan("l2", "B", "FILM", 20),
            loan("l3", "C", "BOOK", 30),
            Given.event("Return", "r1", "2026-05-01T10:00:00Z", Map.of("item", "A")));

    private static org.daylight.scheme.Statement loan(String id, String item, String kind, int days) {
        return Given.event("Loan", id, "2026-04-01T10:00:00Z", Map.of("item", item, "kind", kind, "days", (long) days));
    }

    /** The figure is how often the rule fires on the three loans. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            a comparison                ~ Loan( days > 10 ) ~ 2
            two on one datum            ~ Loan( days > 10, kind == Kind.BOOK ) ~ 1
            and in one expression       ~ Loan( days > 10 && kind == Kind.BOOK ) ~ 1
            or in one expression        ~ Loan( days > 20 || kind == Kind.FILM ) ~ 2
            one of several              ~ Loan( item in ( "A", "B" ) ) ~ 2
            a pattern of text           ~ Loan( item matches "[AC]" ) ~ 2
            a bound field               ~ $l : Loan( $d : days ) Loan( days == $d, this != $l ) ~ 0
            a join                      ~ Loan( $i : item ) Return( item == $i ) ~ 1
            a join by order             ~ Loan( $d : days ) Loan( days > $d ) ~ 3
            a join with a calculation   ~ Loan( $d : days ) Loan( days - 10 == $d ) ~ 2
            a join of three             ~ Loan( $d : days ) Loan( days > $d, $e : days ) Loan( days > $e ) ~ 1
            not                         ~ Loan( $i : item ) not Return( item == $i ) ~ 2
            exists                      ~ exists Loan( days > 10 ) ~ 1
            not of two                  ~ Loan( $i : item ) not ( Return( item == $i ) and Loan( days > 25 ) ) ~ 2
            exists of two               ~ exists ( Loan( $i : item ) and Return( item == $i ) ) ~ 1
            exists none                 ~ not ( exists Loan( days > 100 ) ) ~ 1
            forall that holds           ~ forall( Loan( days >= 10 ) ) ~ 1
            forall that does not        ~ forall( Loan( days > 10 ) ) ~ 0
            forall with a join          ~ forall( $l : Loan( kind == Kind.BOOK ) Return( item == $l.item ) ) ~ 0
            forall of itself            ~ forall( $l : Loan( kind == Kind.FILM ) Loan( this == $l, days == 20 ) ) ~ 1
            or of patterns              ~ ( Loan( days > 15 ) or Return() ) ~ 3
            or inside and               ~ AsOf() ( Loan( kind == Kind.FILM ) or Loan( days < 15 ) ) ~ 2
            count                       ~ accumulate( Loan( $d : days ); $n : count( $d ); $n > 2 ) ~ 1
            count that is too small     ~ accumulate( Loan( $d : days ); $n : count( $d ); $n > 3 ) ~ 0
            sum and max                 ~ accumulate( Loan( $d : days ); $s : sum( $d ), $m : max( $d ); $s == 60, $m == 30 ) ~ 1
            count of nothing            ~ accumulate( $l : Loan( days > 100 ); $n : count( $l ) ) ~ 1
            the least of nothing        ~ accumulate( Loan( days > 100, $d : days ); $m : min( $d ) ) ~ 0
            an average                  ~ accumulate( Loan( $d : days ); $a : average( $d ); $a > 19.5 ) ~ 1
            accumulate over a join      ~ accumulate( ( Loan( $i : item, $d : days ) and Return( item == $i ) ); $s : sum( $d ); $s == 10 ) ~ 1
            accumulate per datum        ~ Return( $i : item ) accumulate( Loan( item != $i, $d : days ); $s : sum( $d ) ) ~ 1
            collect                     ~ $all : java.util.List( size > 1 ) from collect( Loan( kind == Kind.BOOK ) ) ~ 1
            collect in a set            ~ $all : java.util.Set( size == 2 ) from collect( Loan( kind == Kind.BOOK ) ) ~ 1
            an older accumulate         ~ $n : Number( this > 1 ) from accumulate( Loan( $d : days > 10 ), sum( $d ) ) ~ 1
            from                        ~ $l : Loan() $c : Character() from java.util.List.of( $l.item.charAt( 0 ) ) ~ 3
            from an array with a gap    ~ $s : String() from names() ~ 2
            eval                        ~ $l : Loan() eval( $l.getDays() > 15 ) ~ 2
            a date                      ~ AsOf( $t : date ) Loan( occurredOn < $t.minusMonths( 6 ) ) ~ 3
            before                      ~ AsOf( $t : date ) Loan( occurredOn before $t ) ~ 3
            after                       ~ AsOf( $t : instant ) Loan( occurredAt after $t ) ~ 0
            after another               ~ $l : Loan( item == "A" ) Return( $at : occurredAt ) Loan( occurredAt before $at, item != "A" ) ~ 2
            a path                      ~ AsOf( date.year == 2026 ) ~ 1
            """)
    void theEngineAndAWalkFindTheSame(String what, String conditions, int firings) {
        RuleBase rules =
                SchemeText.library().rules(TYPES + """
                rule "It"
                when
                    %s
                then
                    score.add( 1 );
                end
                """.formatted(conditions)).ruleBase();

        assertThat(TwoWays.agree(new Inquiry(rules, LOANS, null, NOVEMBER)))
                .as(what)
                .isEqualTo(firings);
    }

    @Test
    void whatRulesInsertIsWalkedAsWell() {
        RuleBase rules = SchemeText.library().rules(TYPES + """
                rule "Trouble"
                when
                    Loan( $i : item, $d : days > 10 )
                    not Trouble( item == $i )
                then
                    insert( new Trouble( $i, $d ) );
                end
                rule "Much trouble" extends "Trouble"
                when
                    Loan( item == $i, days > 20 )
                then
                    score.add( 1 );
                end
                rule "No trouble with books" salience -1
                when
                    Loan( $i : item, kind == Kind.BOOK )
                    not Trouble( item == $i )
                then
                    score.add( 1 );
                end
                """).ruleBase();

        assertThat(TwoWays.agree(new Inquiry(rules, LOANS, null, NOVEMBER))).isGreaterThan(2);
    }

    @Test
    void aWalkTellsOfEachConditionOnWhichDatumItHeld() {
        RuleBase rules = SchemeText.library().rules(TYPES + """
                rule "It"
                when
                    $loan : Loan( kind == Kind.BOOK, days > 10 )
                    not Return( item == $loan.item )
                then
                    score.add( 1 );
                end
                """).ruleBase();
        ObservedAssessment observed = Evaluation.observe(new Inquiry(rules, LOANS, null, NOVEMBER));
        List<String> told = new ArrayList<>();

        Conditions conditions = Conditions.of(rules);
        conditions.matches(
                observed.last(),
                (condition, datum, held) -> told.add(condition.text()
                        + (held ? " holds" : " fails")
                        + (datum == null ? "" : " on a " + condition.type())));

        assertThat(told)
                .containsExactly(
                        "kind == Kind.BOOK holds on a Loan",
                        "days > 10 fails on a Loan",
                        "kind == Kind.BOOK fails on a Loan",
                        "kind == Kind.BOOK holds on a Loan",
                        "days > 10 holds on a Loan",
                        "item == $loan.item fails on a Return",
                        "not Return( item == $loan.item ) holds");
        assertThat(conditions.all())
                .extracting(RuleCondition::number, RuleCondition::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 17),
                        org.assertj.core.groups.Tuple.tuple(2, 17),
                        org.assertj.core.groups.Tuple.tuple(3, 18),
                        org.assertj.core.groups.Tuple.tuple(4, 18));
    }

    @Test
    void observingChangesNothing() {
        RuleBase rules = SchemeText.library().rules(TYPES + """
                rule "It"
                when
                    Loan( days > 10 )
                then
                    score.add( 1 );
                end
                """).ruleBase();

        ObservedAssessment observed = Evaluation.observe(new Inquiry(rules, LOANS, null, NOVEMBER));

        assertThat(observed.assessment().bytes())
                .isEqualTo(Evaluation.assess(new Inquiry(rules, LOANS, null, NOVEMBER))
                        .bytes());
    }

    @Test
    void aWalkWithoutEndInSightIsGivenUpAndNamesTheRule() {
        RuleBase rules = SchemeText.library()
                .rules(TYPES + """
                rule "Everything with everything"
                when
                    %s
                    Return( item == "none of them" )
                then
                    score.add( 1 );
                end
                """.formatted("Loan() ".repeat(15)))
                .ruleBase();
        ObservedAssessment observed = Evaluation.observe(new Inquiry(rules, LOANS, null, NOVEMBER));

        assertThatThrownBy(() -> Conditions.of(rules).matches(observed.last(), ConditionListener.NONE))
                .isInstanceOf(SearchLimitException.class)
                .hasMessageContaining("`Everything with everything`");
    }
}
