package org.daylight.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.explanation.nearmiss.FailedCondition;
import org.daylight.explanation.nearmiss.NearMiss;
import org.daylight.explanation.nearmiss.NearMisses;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T12:00:00Z");

    private static final String TYPES = """
            declare enum Kind BOOK, FILM; end
            declare Loan extends Event
                item : String
                kind : Kind
                days : int
                price : BigDecimal @optional
            end
            declare Return extends Event
                item : String
            end
            declare Gift extends Event
                item : String
            end
            declare Income extends Fact
                cents : long
                people : int
            end
            declare Line extends Fact
                per : long
            end
            """;

    private static final Dossier DOSSIER = Given.dossier(
            loan("l1", "A", "BOOK", 10),
            loan("l2", "B", "FILM", 20),
            loan("l3", "C", "BOOK", 30),
            Given.event("Return", "r1", "2026-05-01T10:00:00Z", Map.of("item", "A")),
            Given.fact("Income", "i1", "2026-01-01T00:00:00Z", Map.of("cents", 100_000L, "people", 2L)),
            Given.fact("Line", "n1", "2026-01-01T00:00:00Z", Map.of("per", 40_000L)));

    private static Statement loan(String id, String item, String kind, long days) {
        return Given.event("Loan", id, "2026-04-01T10:00:00Z", Map.of("item", item, "kind", kind, "days", days));
    }

    private static List<NearMiss> misses(String rules, Dossier dossier, String service) {
        return misses(SchemeText.library().rules(TYPES + rules).ruleBase(), dossier, service);
    }

    private static List<NearMiss> misses(RuleBase rules, Dossier dossier, String service) {
        Inquiry inquiry = new Inquiry(rules, dossier, Question.of(service, Map.of()), NOVEMBER);
        NearMisses found = NearMisses.of(inquiry, Evaluation.observe(inquiry));
        assertThat(found.notExplained()).isEmpty();
        return found.rules();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            a comparison                 ~ Loan( days > 40 ) ~ 0/1 ~ Loan: days > 40, found 30 (urn:test#l3)
            a bound comparison           ~ Loan( $d : days > 40 ) ~ 0/1 ~ Loan: days > 40, found 30 (urn:test#l3)
            the other way round          ~ Loan( 43 < days ) ~ 0/1 ~ Loan: 43 < days, found 30 (urn:test#l3)
            and in one expression        ~ Loan( days > 40 && kind == Kind.BOOK ) ~ 0/1 ~ Loan: days > 40 && kind == Kind.BOOK, found days 30 (urn:test#l3)
            a range                      ~ Loan( days > 11 && < 20 ) ~ 0/1 ~ Loan: days > 11 && < 20, found days 20 (urn:test#l2)
            or in one expression         ~ Loan( days > 40 || item == "Z" ) ~ 0/1 ~ Loan: days > 40 || item == "Z", found days 30, item C (urn:test#l3)
            the datum on which most hold ~ Loan( kind == Kind.FILM, days > 40, item == "B" ) ~ 2/3 ~ Loan: days > 40, found 20 (urn:test#l2)
            one of several               ~ Loan( item in ( "X", "Y" ) ) ~ 0/1 ~ Loan: item in ( "X", "Y" ), found A (urn:test#l1)
            none of several              ~ Loan( days not in (10, 20, 30) ) ~ 0/1 ~ Loan: days not in (10, 20, 30), found 10 (urn:test#l1)
            a choice                     ~ Loan( kind != Kind.BOOK, days != 20 ) ~ 1/2 ~ Loan: kind != Kind.BOOK, found BOOK (urn:test#l1)
            a pattern of text            ~ Loan( item matches "[X]" ) ~ 0/1 ~ Loan: item matches "[X]", found A (urn:test#l1)
            part of a text               ~ Loan( item not contains "A", days == 10 ) ~ 1/2 ~ Loan: item not contains "A", found A (urn:test#l1)
            the beginning of a text      ~ Loan( item str[startsWith] "X" ) ~ 0/1 ~ Loan: item str[startsWith] "X", found A (urn:test#l1)
            a call                       ~ Loan( item.startsWith( "E" ), item.length == 4 ) ~ 0/2 ~ Loan: item.startsWith( "E" ), found that item is A (urn:test#l1)
            a length                     ~ Loan( item.length == 4 ) ~ 0/1 ~ Loan: item.length == 4, found 1 (urn:test#l1)
            a negation                   ~ Loan( !( days > 3 ) ) ~ 0/1 ~ Loan: !( days > 3 ), found that days is 10 (urn:test#l1)
            an optional field            ~ Loan( price > 10.5 ) ~ 0/1 ~ Loan: price > 10.5, found nothing (urn:test#l1)
            a window                     ~ AsOf( $today : date ) Loan( occurredOn > $today.minusMonths( 2 ) ) ~ 1/2 ~ Loan: occurredOn > $today.minusMonths( 2 ), found 2026-04-01, needed > 2026-09-01 (urn:test#l1)
            a window bound before        ~ AsOf( $since : date.minusMonths( 2 ) ) Loan( occurredOn > $since ) ~ 1/2 ~ Loan: occurredOn > $since, found 2026-04-01, needed > 2026-09-01 (urn:test#l1)
            a calculation                ~ Line( $p : per, $l : ( per / 100 ) ) Income( people > 0, cents / people < $p ) ~ 2/3 ~ Income: cents / people < $p, found 50000, needed < 40000 (urn:test#i1)
            a calculation on the right   ~ Loan( $d : days, days > ( $d - 3 ) * 2 ) ~ 0/1 ~ Loan: days > ( $d - 3 ) * 2, found 10, needed > 14 (urn:test#l1)
            a function of Java's         ~ Loan( Math.abs( days ) > 43 ) ~ 0/1 ~ Loan: Math.abs( days ) > 43, found 30 (urn:test#l3)
            a join                       ~ Loan( $i : item, days == 20 ) Return( item == $i ) ~ 1/2 ~ Return: item == $i, found A, needed == B (urn:test#r1)
            a join that goes further     ~ Loan( $i : item ) Return( item == $i ) Loan( item == $i, days > 12 ) ~ 3/4 ~ Loan: days > 12, found 10 (urn:test#l1)
            a join with itself           ~ $l : Loan() Loan( this != $l, item == $l.item ) ~ 2/3 ~ Loan: item == $l.item, found B, needed == A (urn:test#l2)
            no other                     ~ $i : Income() Income( this != $i ) ~ 1/2 ~ there is no other Income
            nothing of the type          ~ Gift( item == "A" ) ~ 0/1 ~ there is no Gift
            not                          ~ Loan( $i : item, days < 15 ) not Return( item == $i ) ~ 1/2 ~ not Return( item == $i ), but there is Return (urn:test#r1) with item A
            not of two                   ~ not ( Loan( $i : item ) and Return( item == $i ) ) ~ 0/1 ~ not ( Loan( $i : item ) and Return( item == $i ) ), but there is Loan (urn:test#l1) with item A and Return (urn:test#r1) with item A
            not of anything              ~ not Loan() ~ 0/1 ~ not Loan(), but there is Loan (urn:test#l1)
            exists                       ~ exists Loan( days > 100 ) ~ 0/1 ~ exists Loan( days > 100 ): Loan: days > 100, found 30 (urn:test#l3)
            exists of two                ~ exists ( Loan( $i : item, days > 15 ) and Return( item == $i ) ) ~ 0/1 ~ exists ( Loan( $i : item, days > 15 ) and Return( item == $i ) ): Return: item == $i, found A, needed == B (urn:test#r1)
            exists nothing of the type   ~ exists Gift() ~ 0/1 ~ exists Gift(): there is no Gift
            exists with or inside        ~ exists( Loan( days > 40 ) or Gift() ) ~ 0/1 ~ exists( Loan( days > 40 ) or Gift() ): either Loan: days > 40, found 30 (urn:test#l3); or there is no Gift
            exists inside not            ~ not ( exists Loan() ) ~ 0/1 ~ not ( exists Loan() ) does not hold
            forall                       ~ forall( Loan( days < 25 ) ) ~ 0/1 ~ forall( Loan( days < 25 ) ), but Loan: days < 25, found 30 (urn:test#l3)
            forall of itself             ~ forall( $l : Loan( kind == Kind.BOOK ) Loan( this == $l, days > 13 ) ) ~ 0/1 ~ forall( $l : Loan( kind == Kind.BOOK ) Loan( this == $l, days > 13 ) ), but Loan: days > 13, found 10 (urn:test#l1)
            forall with a join           ~ forall( $l : Loan() Return( item == $l.item ) ) ~ 0/1 ~ forall( $l : Loan() Return( item == $l.item ) ), but for Loan (urn:test#l2) with item B: Return: item == $l.item, found A, needed == B (urn:test#r1)
            or                           ~ ( Loan( days > 40 ) or Gift() or Loan( kind == Kind.FILM, days == 21 ) ) ~ 1/2 ~ either Loan: days == 21, found 20 (urn:test#l2); or Loan: days > 40, found 30 (urn:test#l3); or there is no Gift
            or before something          ~ AsOf() ( Loan( days > 15 ) or Return( item == "Q" ) ) Gift() ~ 2/3 ~ there is no Gift
            a count                      ~ accumulate( Loan( $d : days ); $n : count( $d ); $n > 3 ) ~ 0/1 ~ $n > 3, found 3 over 3 Loan (urn:test#l1, urn:test#l2, urn:test#l3)
            a count of nothing           ~ accumulate( Gift(); $n : count( 1 ); $n > 3 ) ~ 0/1 ~ $n > 3, found 0
            a sum and a maximum          ~ accumulate( Loan( $d : days ); $s : sum( $d ), $m : max( $d ); $s == 60, $m == 31 ) ~ 1/2 ~ $m == 31, found 30 over 3 Loan (urn:test#l1, urn:test#l2, urn:test#l3)
            the least of nothing         ~ accumulate( Loan( days > 99, $d : days ); $m : min( $d ) ) ~ 0/1 ~ there is no Loan( days > 99, $d : days ) to accumulate
            a count by datum             ~ Return( $i : item ) accumulate( Loan( item == $i, $d : days ); $s : sum( $d ); $s > 10 ) ~ 1/2 ~ $s > 10, found 10 over 1 Loan (urn:test#l1)
            an older accumulate          ~ $n : Number( this > 100 ) from accumulate( Loan( $d : days > 10 ), sum( $d ) ) ~ 0/1 ~ this > 100, found 50 over 2 Loan (urn:test#l2, urn:test#l3)
            a collection                 ~ $all : java.util.List( size > 2 ) from collect( Loan( kind == Kind.BOOK ) ) ~ 0/1 ~ size > 2, found 2 over 2 Loan (urn:test#l1, urn:test#l3)
            from                         ~ $l : Loan() $c : Character( this == 'Z' ) from java.util.List.of( $l.item.charAt( 0 ) ) ~ 1/2 ~ this == 'Z', found A, needed == Z
            eval                         ~ $l : Loan() eval( $l.getDays() > 43 ) ~ 1/2 ~ $l.getDays() > 43, found 30
            before                       ~ Return( $at : occurredOn ) Loan( occurredOn after $at ) ~ 1/2 ~ Loan: occurredOn after $at, found 2026-04-01, needed after 2026-05-01 (urn:test#l1)
            text that is not there       ~ Loan( price == null, item == "Z" ) ~ 1/2 ~ Loan: item == "Z", found A (urn:test#l1)
            """)
    void aMissNamesTheConditionTheDatumAndTheValues(String what, String conditions, String howFar, String says) {
        List<NearMiss> misses = misses("""
                rule "It"
                when
                    %s
                then
                    score.add( 1 );
                end
                """.formatted(conditions), DOSSIER, "lending");

        assertThat(misses).singleElement().satisfies(miss -> {
            assertThat(miss.held() + "/" + miss.of()).as(what).isEqualTo(howFar);
            assertThat(miss.miss().says()).as(what).isEqualTo(says);
            assertThat(miss.line()).isEqualTo(22);
            assertThat(miss.miss().line()).isEqualTo(24);
        });
    }

    private static final String LENDING = """
            rule "Lending needs less than 500"
                @cites( "Section 2" )
            when
                Request( service == "lending" )
                Standing( score < 500 )
            then
                decision.refuse();
            end
            rule "Reading room"
            when
                Request( service == "reading-room" )
                Standing( score < 100 )
            then
                decision.refuse();
            end
            rule "Anybody"
            when
                Gift()
            then
                decision.grant();
            end
            rule "Long"
            when
                Loan( days > 25 )
            then
                score.add( 12 );
            end
            rule "Very long"
            when
                Loan(
                    kind == Kind.BOOK,
                    days > 40
                )
            then
                score.add( -50 );
            end
            """;

    @Test
    void aMissIsDataAsWellAsASentence() {
        NearMiss miss = misses(LENDING, DOSSIER, "lending").get(0);

        assertThat(miss.rule()).isEqualTo("Lending needs less than 500");
        assertThat(miss.cites()).isEqualTo("Section 2");
        assertThat(miss.would()).containsExactly("decision.refuse");
        assertThat(miss.miss().kind()).isEqualTo(FailedCondition.Kind.VALUE);
        assertThat(miss.miss().condition()).isEqualTo("score < 500");
        assertThat(miss.miss().file()).isEqualTo("rules.drl");
        assertThat(miss.miss().line()).isEqualTo(26);
        assertThat(miss.miss().found()).isEqualTo(512L);
        assertThat(miss.miss().needed()).isEqualTo("< 500");
        assertThat(miss.miss().data()).singleElement().satisfies(datum -> {
            assertThat(datum.id()).isEqualTo("standing");
            assertThat(datum.type()).isEqualTo("Standing");
            assertThat(datum.read()).containsEntry("score", 512L);
        });
        assertThat(miss.says()).isEqualTo("1 of 2 conditions hold; Standing: score < 500, found 512");
    }

    @Test
    void rulesThatFiredAndRulesOfOtherServicesAreNoMisses_decidingRulesComeFirst() {
        assertThat(misses(LENDING, DOSSIER, "lending"))
                .extracting(NearMiss::rule)
                .containsExactly("Lending needs less than 500", "Anybody", "Very long");
    }

    @Test
    void aConditionOnALineOfItsOwnIsFoundThere() {
        assertThat(misses(LENDING, DOSSIER, "lending"))
                .filteredOn(miss -> miss.rule().equals("Very long"))
                .singleElement()
                .satisfies(miss -> assertThat(miss.miss().line()).isEqualTo(53));
    }

    @Test
    void somebodyWhoIsNotScoredIsToldSoAndByHowMuch() {
        RuleBase rules = SchemeText.library()
                .with("scheme.yaml", """
                        title: Library
                        purpose: Lending books
                        owner: The library
                        lawfulBasis: CONSENT
                        timeZone: Europe/Berlin
                        score: { start: 500, floor: 0, ceiling: 1000, minimumEvents: 6 }
                        services:
                          - { id: lending, title: Lending }
                          - { id: reading-room, title: Reading room, essential: true }
                        """)
                .rules(TYPES + LENDING)
                .ruleBase();

        assertThat(misses(rules, DOSSIER, "lending").get(0).miss()).satisfies(failed -> {
            assertThat(failed.kind()).isEqualTo(FailedCondition.Kind.NOT_SCORED);
            assertThat(failed.says()).isEqualTo("there is no Standing: not scored (4 of 6 events)");
        });
    }

    @Test
    void anEssentialServiceSaysThatConductIsLeftOut() {
        assertThat(misses(LENDING, DOSSIER, "reading-room"))
                .extracting(miss -> miss.miss().says())
                .containsExactly(
                        "there is no Standing: an essential service is decided without conduct",
                        "there is no Gift: an essential service is decided without conduct",
                        "there is no Loan: an essential service is decided without conduct",
                        "there is no Loan: an essential service is decided without conduct");
    }

    @Test
    void whatIsSetAsideIsNamedWhereItIsMissed() {
        Dossier retracted = Given.dossier(
                Given.event("Gift", "g1", "2026-05-01T10:00:00Z", Map.of("item", "A")), Given.retraction("x", "g1"));

        assertThat(misses(LENDING, retracted, "lending"))
                .extracting(miss -> miss.miss().says())
                .contains("there is no Gift: urn:test#g1 is set aside: retracted");
    }

    @Test
    void aConditionOfARuleThatIsExtendedIsFoundWhereItIsWritten() {
        List<NearMiss> misses = misses("""
                rule "Loan of a film"
                when
                    Loan( kind == Kind.FILM, days > 25 )
                then
                    score.add( 1 );
                end
                rule "And a gift" extends "Loan of a film"
                when
                    Gift()
                then
                    score.add( 1 );
                end
                """, DOSSIER, "lending");

        assertThat(misses).extracting(miss -> miss.miss().line()).containsExactly(24, 24);
        assertThat(misses.get(1).line()).isEqualTo(28);
    }

    @Test
    void aRuleWithTooManyWaysIsToldOfTheClosestOneMet() {
        List<NearMiss> misses = misses("""
                rule "Everything with everything"
                when
                    %s
                    Return( item == "none of them" )
                then
                    score.add( 1 );
                end
                """.formatted("Loan() ".repeat(15)), DOSSIER, "lending");

        assertThat(misses).singleElement().satisfies(miss -> {
            assertThat(miss.all()).isFalse();
            assertThat(miss.says())
                    .isEqualTo("15 of 16 conditions hold; Return: item == \"none of them\", found A (urn:test#r1)");
        });
    }
}
