package org.daylight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who is not scored is refused only where everybody would be, for the same cause. */
class UnscoredRefusalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TYPES = """
            declare Ping extends Event
                n : int
            end
            declare Home extends Fact
                town : String
                rooms : int
            end
            declare Row extends Parameter
                least : int
            end
            declare Token
                n : int
            end
            declare Box
                held : Object
            end
            declare Ask extends Request
                amount : int
            end
            """;

    private static SchemeText scheme(String range) {
        return SchemeText.named("library")
                .with("scheme.yaml", """
                        title: Library
                        purpose: Lending books
                        owner: The library
                        lawfulBasis: CONSENT
                        timeZone: Europe/Berlin
                        score: { start: 500, %s minimumEvents: 3 }
                        bands:
                          - { name: low, from: 0 }
                          - { name: good, from: 600 }
                        services:
                          - { id: lending, title: Lending, request: Ask }
                        """.formatted(range))
                .with("notice.md", "What the library keeps about you.\n")
                .with("Row.csv", "from,to,reference,least\n2020-01-01,,Notice 1,700\n");
    }

    private static Assessment asked(String range, String rules) {
        RuleBase ruleBase = scheme(range).rules(TYPES + rules).ruleBase();
        Dossier dossier = Given.dossier(
                Given.event("Ping", "p", "2026-10-01T00:00:00Z", Map.of("n", 1L)),
                Given.fact("Home", "h", "2026-01-01T00:00:00Z", Map.of("town", "Bonn", "rooms", 2L)));
        return Evaluation.assess(new Inquiry(ruleBase, dossier, Question.of("lending", Map.of("amount", 350L)), NOW));
    }

    private static Assessment asked(String rules) {
        return asked("floor: 0, ceiling: 1000,", rules);
    }

    private static List<Object> referredInstead(Assessment assessed) {
        return assessed.trace().stream()
                .flatMap(firing -> firing.effects().stream())
                .filter(effect -> "decision.refuse".equals(effect.insteadOf()))
                .map(effect -> effect.value() == null ? "unknown" : effect.value())
                .toList();
    }

    /** Each makes the lack of a standing known to a rule that does not name it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule b when Request() not Standing() then decision.refuse(); end",
                "function Object make() { return new Token( 7 ); } rule a when Standing() then insert( make() ); end rule b when Request() not Token() then decision.refuse(); end",
                "rule a when Standing() then insert( new/**/Token( 7 ) ); end rule b when Request() not Token() then decision.refuse(); end",
                "rule a when Standing() then Object o = new Token( 7 ); insert( o ); end rule b when Request() not Token() then decision.refuse(); end",
                "rule c when AsOf() then insert( new Token( 0 ) ); end rule a when Standing() $t : Token( n == 0 ) then modify( $t ) { setN( 1 ) } end rule b salience -1 when Request() Token( n == 0 ) then decision.refuse(); end",
                "rule c when AsOf() then insert( new Token( 0 ) ); end rule a when Standing() $t : Token() then delete( $t ); end rule b salience -1 when Request() Token() then decision.refuse(); end",
                "rule c when AsOf() then insert( new Token( 0 ) ); end rule a when Standing() $t : Token() then $t.setN( 1 ); end rule b salience -1 when Request() $t : Token() eval( $t.getN() == 0 ) then decision.refuse(); end",
                "rule c when AsOf() then Token t = new Token( 0 ); insert( t ); insert( new Box( t ) ); end rule a when Standing() Box( $h : held ) then delete( $h ); end rule b salience -1 when Request() Token() then decision.refuse(); end",
                "query known() Standing() end rule b when Request() not known() then decision.refuse(); end",
                "rule b when Request() accumulate( Standing(); $n : count( 1 ); $n == 0 ) then decision.refuse(); end",
                "rule b when Request() forall( Standing( score > 2000 ) ) then decision.refuse(); end",
                "rule a when Standing() then insert( new Token( 1 ) ); end rule c when Token() then insert( new Box( 1 ) ); end rule b salience -1 when Request() not Box() then decision.refuse(); end",
                "rule b when Request() $l : java.util.List( size == 0 ) from collect( Standing() ) then decision.refuse(); end"
            })
    void aRefusalForLackOfAStandingIsAReferral(String rules) {
        Assessment assessed = asked(rules);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(assessed.answer().reasons()).extracting(Reason::rule).containsExactly("b");
        assertThat(referredInstead(assessed)).hasSize(1);
    }

    /** One score among a thousand escapes each refusal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule a when Standing( score == 333 ) then insert( new Token( 1 ) ); end",
                "rule a when Standing( score * 2 == 666 ) then insert( new Token( 1 ) ); end",
                "rule a when Standing( $s : score ) Row( least == $s + 367 ) then insert( new Token( 1 ) ); end",
                "rule a when Standing( $s : score ) Ask( amount == $s + 17 ) then insert( new Token( 1 ) ); end",
                "function boolean hit( long s ) { return s % 500 == 333 && s < 500; } rule a when Standing( hit( score ) ) then insert( new Token( 1 ) ); end",
                "rule a when $s : Standing() then if ( $s.score() - 300 == 33 ) { insert( new Token( 1 ) ); } end",
                "rule a when Standing( $s : score ) then if ( ( \"\" + $s ).equals( \"333\" ) ) { insert( new Token( 1 ) ); } end"
            })
    void oneStandingThatWouldNotBeRefusedIsEnough(String rules) {
        Assessment assessed =
                asked(rules + " rule b salience -1 when Request() not Token() then decision.refuse(); end");
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(referredInstead(assessed)).containsExactly(333L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule b when Ask( amount > 300 ) then decision.refuse(); end",
                "rule b when Request() Home( rooms > 1 ) then decision.refuse(); end rule g when Request() Standing( $s : score, score > 10 ) then decision.grant(); end",
                "rule a when Standing( score > 2000 ) then insert( new Token( 1 ) ); end rule b salience -1 when Request() not Token() then decision.refuse(); end",
                "rule c when Home() then insert( new Token( 1 ) ); end rule b when Request() Token() then decision.refuse(); end rule g when Request() Standing( $s : score ) then decision.grant(); end",
                "rule b when Request() Home( rooms > 1 ) then decision.refuse(); end rule r when Request() Standing( score > 1000 ) then decision.refer(); end",
                "rule b when Request() Home( $r : rooms ) then decision.refuse(); end rule r when Request() not Home() then decision.refer(); end",
                "rule b when Request() Home( $r : rooms ) then decision.refuse(); end rule r when Ask( amount == 1 ) not Standing() then decision.refer(); end"
            })
    void aRefusalThatEverybodyWouldMeetStands(String rules) {
        Assessment assessed = asked(rules);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(assessed.answer().reasons()).extracting(Reason::rule).containsExactly("b");
        assertThat(referredInstead(assessed)).isEmpty();
    }

    @Test
    void onlyWhatEverybodyWouldMeetIsGivenAsTheReason() {
        Assessment assessed = asked("""
                rule b when Request() Home( rooms > 1 ) then decision.refuse(); decision.term( "b", 1 ); end
                rule c when Request() not Standing() then decision.refuse(); decision.term( "c", 1 ); end
                """);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(assessed.answer().reasons()).extracting(Reason::rule).containsExactly("b");
        assertThat(assessed.answer().terms()).containsOnlyKeys("b");
    }

    @Test
    void refusalsOfEverybodyForDifferentCausesAreNotTheSame() {
        Assessment assessed = asked("""
                rule a when Request() Standing( score < 500 ) then decision.refuse(); end
                rule b when Request() Standing( score >= 500 ) then decision.refuse(); end
                rule c when Request() not Standing() then decision.refuse(); end
                """);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
    }

    @Test
    void theSameRuleOnOtherDataIsNotTheSameRefusal() {
        Assessment assessed = asked("""
                rule a when Standing() then insert( new Token( 1 ) ); end
                rule z salience -1 when Request() not Token() then insert( new Token( 0 ) ); end
                rule b salience -2 when Request() Token( $n : n ) then decision.refuse(); end
                """);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
    }

    @Test
    void whereAPersonWouldDecideForSomeStandingsAPersonDecides() {
        Assessment assessed = asked("""
                rule b when Request() Home( rooms > 1 ) then decision.refuse(); end
                rule r when Request() Standing( score == 77 ) then decision.refer(); end
                """);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(referredInstead(assessed)).containsExactly(77L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule r when Request() $l : java.util.List( size > 0 ) from collect( Standing() ) eval( $l.toString().contains( \"=333,\" ) ) then decision.refer(); end",
                "function boolean has( java.util.List l ) { return l.toString().contains( \"=333,\" ); } rule r when Request() accumulate( $s : Standing(); $l : collectList( $s ) ) eval( has( $l ) ) then decision.refer(); end",
                "rule r when Request() Standing( score == 333 ) then decision.refer(); end",
                "rule r when Request() $s : Standing() then if ( $s.score() == 333 ) { decision.refer(); } end",
                "query fine() Standing( score == 333 ) end rule r when Request() fine() then decision.refer(); end",
                "function void let( org.daylight.vocabulary.DecisionActions d, long n ) { if ( n == 333 ) { d.refer(); } } rule r when Request() Standing( $n : score ) then let( decision, $n ); end",
                "rule a when Standing( score == 333 ) then insert( new Token( 1 ) ); end rule r salience -1 when Request() Token() then decision.refer(); end"
            })
    void aReferralForOneScoreIsFound(String rules) {
        Assessment assessed = asked(rules + " rule b when Request() Home( rooms > 1 ) then decision.refuse(); end");
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(referredInstead(assessed)).containsExactly(333L);
    }

    @Test
    void aReferralOfEverybodyWhoIsScoredIsFoundByOneOfThem() {
        Assessment assessed = asked("", """
                rule b when Request() Home( rooms > 1 ) then decision.refuse(); end
                rule r when Request() Standing() then decision.refer(); end
                """);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(referredInstead(assessed)).containsExactly(500L);
    }

    @Test
    void rulesThatFailForSomeStandingsRefuseNobody() {
        Assessment assessed = asked("""
                rule a when Standing( $s : score ) then long n = 100 / ( $s - 12 ); if ( n == 7 ) { insert( new Token( 1 ) ); } end
                rule b salience -1 when Request() not Token() then decision.refuse(); end
                """);
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(referredInstead(assessed)).containsExactly(12L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor: 0,", "ceiling: 1000,", "", "floor: 0, ceiling: 9000000,"})
    void whatCannotBeTriedForAllScoresIsReferred(String range) {
        String rules = "rule a when Standing( score == 123456 ) then insert( new Token( 1 ) ); end"
                + " rule b salience -1 when Request() not Token() then decision.refuse(); end";
        assertThat(asked(range, rules).answer().outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(referredInstead(asked(range, rules))).containsExactly("unknown");
    }

    @Test
    void whatNoStandingTouchesStandsHoweverManyScoresThereAre() {
        String rules = "rule a when Standing( score == 123456 ) then insert( new Token( 1 ) ); end"
                + " rule b when Request() Home( rooms == 2 ) then decision.refuse(); end";
        assertThat(asked("", rules).answer().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void whatIsTriedForARefusalIsAmongItsSteps() {
        RuleBase rules = scheme("floor: 0, ceiling: 1000,").rules(TYPES + """
                rule a when Standing( score > 2000 ) then insert( new Token( 1 ) ); end
                rule b salience -1 when Request() not Token() then decision.refuse(); end
                """).ruleBase();
        Question question = Question.of("lending", Map.of("amount", 350L));
        Evaluation.Measured tried = Evaluation.measure(new Inquiry(rules, Given.dossier(), question, NOW));
        assertThat(tried.assessment().answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(tried.steps()).isGreaterThan(1001L * 1000);
    }
}
