package org.daylight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TYPES = """
            declare LateReturn extends Event
                book : String
                daysLate : int
            end
            declare Member extends Fact
                since : LocalDate
                kind : String @optional
            end
            declare Trouble
                times : int
            end
            """;
    private static final String LENDING = """
            rule "Lending is for everybody"
            when
                Request( service == "lending" )
            then
                decision.grant();
            end
            """;
    private static final String NEEDS_500 = """
            rule "Lending needs 500"
                @reason( "Lending needs a standing of 500, yours is {$standing.score}" )
                @cites( "Terms, 4" )
            when
                Request( service == "lending" )
                $standing : Standing( score < 500 )
            then
                decision.refuse();
            end
            """;
    private static final String LATE = """
            rule "Late"
                @reason( "{$late.book} came back {$days} days late" )
                @cites( "Terms, 2" )
            when
                $late : LateReturn( $days : daysLate, daysLate > 7 )
            then
                score.add( -10 * $days );
            end
            """;

    private static final Question LEND = Question.of("lending", Map.of());

    private static RuleBase library(String... rules) {
        return SchemeText.library().rules(TYPES + String.join("\n", rules)).ruleBase();
    }

    private static Statement late(String id, long days) {
        return Given.event("LateReturn", id, "2026-10-01T10:00:00Z", Map.of("book", "Emma", "daysLate", days));
    }

    @Test
    void aScoreIsStartPlusAdjustmentsEachWithRuleReasonAndCause() {
        // given
        RuleBase rules = library(LATE);
        // when
        Assessment assessed =
                Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9), late("e2", 3)), null, NOW));
        // then
        assertThat(assessed.scored().orElseThrow().score()).isEqualTo(410);
        assertThat(assessed.scored().orElseThrow().band()).isEqualTo("low");
        assertThat(assessed.adjustments())
                .containsExactly(new Adjustment(
                        -90, "Late", "Emma came back 9 days late", "Terms, 2", List.of("urn:test#e1"), 1));
    }

    @Test
    void theLastLineOfALedgerSaysWhatTheFloorCutOff() {
        // given
        RuleBase rules = library(LATE);
        // when
        Assessment assessed = Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 60)), null, NOW));
        // then
        assertThat(assessed.scored().orElseThrow().score()).isZero();
        assertThat(assessed.adjustments()).extracting(Adjustment::points).containsExactly(-600L, 100L);
        assertThat(assessed.adjustments().get(1).rule()).isNull();
    }

    @Test
    void aFiringNamesRuleRevisionFileLineDataReadAndEffect() {
        // given
        RuleBase rules = library(LATE);
        // when
        Firing firing = Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9)), null, NOW))
                .trace()
                .get(0);
        // then
        assertThat(firing.rule()).isEqualTo("Late");
        assertThat(firing.revision()).isEqualTo(rules.revision());
        assertThat(firing.file()).isEqualTo("rules.drl");
        assertThat(firing.line()).isEqualTo(13);
        assertThat(firing.matched())
                .containsExactly(
                        new Datum("urn:test#e1", "LateReturn", new TreeMap<>(Map.of("book", "Emma", "daysLate", 9L))));
        assertThat(firing.bindings()).containsExactly(Map.entry("$days", 9L));
        assertThat(firing.effects()).containsExactly(new Effect("score.add", null, -90L, null));
    }

    @Test
    void anAccumulationsFiringShowsTheDataCounted() {
        // given
        RuleBase rules = library("""
                rule "Often late"
                    @reason( "{$times} times late, {$sum} days in all" )
                when
                    AsOf( $today : date )
                    accumulate( LateReturn( occurredOn < $today, $d : daysLate, daysLate > 1 );
                                $times : count( $d ), $sum : sum( $d ); $times > 1 )
                then
                    score.add( -$sum );
                end
                """);
        // when
        Firing firing = Evaluation.assess(
                        new Inquiry(rules, Given.dossier(late("e2", 3), late("e1", 9), late("e3", 1)), null, NOW))
                .trace()
                .get(0);
        // then
        assertThat(firing.reason()).isEqualTo("2 times late, 12 days in all");
        assertThat(firing.counted()).extracting(Datum::id).containsExactly("urn:test#e1", "urn:test#e2");
        assertThat(firing.matched()).extracting(Datum::id).containsExactly("as-of");
    }

    @Test
    void anAccumulationOverAJoinShowsBothSidesOfWhatItCounted() {
        // given
        RuleBase rules = library("""
                rule "Late as a member"
                when
                    accumulate( ( Member( $since : since ) and LateReturn( occurredOn >= $since ) ); $n : count( 1 ); $n > 0 )
                then
                    score.add( -$n );
                end
                """);
        Statement member = Given.fact("Member", "m", "2020-01-01T00:00:00Z", Map.of("since", "2020-01-01"));
        // when
        Firing firing = Evaluation.assess(
                        new Inquiry(rules, Given.dossier(late("e1", 3), member, late("e2", 4)), null, NOW))
                .trace()
                .get(0);
        // then
        assertThat(firing.counted()).extracting(Datum::id).containsExactly("urn:test#e1", "urn:test#e2", "urn:test#m");
    }

    @Test
    void whatARuleInsertsCarriesItsProvenance() {
        // given
        RuleBase rules = library("""
                rule "Trouble" when LateReturn( $d : daysLate ) then insert( new Trouble( $d ) ); end
                rule "Costs" when $t : Trouble( times > 2 ) then score.add( -5 ); end
                """);
        // when
        Assessment assessed = Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9)), null, NOW));
        // then
        assertThat(assessed.trace().get(0).effects()).containsExactly(new Effect("insert", "derived:1", null, null));
        assertThat(assessed.trace().get(1).matched()).extracting(Datum::id).containsExactly("derived:1");
        assertThat(assessed.adjustments().get(0).causes()).containsExactly("urn:test#e1");
    }

    @Test
    void aRefusalOutweighsAGrantAndNamesItsReason() {
        // given
        RuleBase rules = library(LATE, LENDING, NEEDS_500);
        // when
        DecisionResult decision = Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9)), LEND, NOW))
                .answer();
        // then
        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons())
                .containsExactly(new Reason(
                        "Lending needs 500", "Lending needs a standing of 500, yours is 410", "Terms, 4", 3));
    }

    @Test
    void aReferralOutweighsARefusal() {
        // given
        RuleBase rules = library(LATE, NEEDS_500, """
                rule "Look at it" when Request( service == "lending" ) then decision.refer(); end
                """);
        // when, then
        assertThat(Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9)), LEND, NOW))
                        .answer()
                        .outcome())
                .isEqualTo(Outcome.REFERRED);
    }

    @Test
    void withoutARuleThatSpeaksNothingIsDecided() {
        assertThat(Evaluation.assess(new Inquiry(library(NEEDS_500), Given.dossier(), LEND, NOW))
                        .answer()
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void whoIsNotEnrolledIsNotScoredWhateverIsKnown() {
        // given
        RuleBase rules = library(LATE, LENDING, NEEDS_500);
        Dossier withdrawn = new Dossier("library", "ada", false, List.of(late("e1", 60)));
        // when
        Assessment assessed = Evaluation.assess(new Inquiry(rules, withdrawn, LEND, NOW));
        // then
        assertThat(assessed.scored()).isEmpty();
        assertThat(assessed.adjustments()).isEmpty();
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void notScoredIsNeverAdverseEvenThroughWhatRulesMakeOfIt() {
        // given
        String viaNot = """
                rule "Unknown" when Request( service == "lending" ) not Standing( score >= 500 ) then decision.refuse(); end
                """;
        String viaDerived = """
                rule "Trust" when Standing( score >= 500 ) then insert( new Trouble( 0 ) ); end
                rule "No trust" when Request( service == "lending" ) not Trouble() then decision.refuse(); end
                """;
        Dossier unknown = new Dossier("library", "ada", false, List.of());
        for (String rule : List.of(viaNot, viaDerived)) {
            // when
            Assessment assessed = Evaluation.assess(new Inquiry(library(LENDING, rule), unknown, LEND, NOW));
            // then
            assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFERRED);
            assertThat(assessed.trace())
                    .flatExtracting(Firing::effects)
                    .contains(new Effect("decision.refer", null, 1000L, "decision.refuse"));
        }
    }

    @Test
    void termsOfAnOutcomeThatLostAreInTheTraceOnly() {
        // given
        RuleBase rules = library(LENDING, """
                rule "Yes" when Request( service == "lending" ) then decision.term( "books", 5 ); decision.grant(); end
                rule "No" when Request( service == "lending" ) then decision.refuse(); decision.term( "books", 0 ); decision.term( "until", "May" ); end
                rule "Note" when Request( service == "lending" ) then decision.term( "desk", "north" ); end
                """);
        // when
        Assessment assessed = Evaluation.assess(new Inquiry(rules, Given.dossier(), LEND, NOW));
        // then
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(assessed.answer().terms()).isEqualTo(Map.of("books", 0L, "until", "May", "desk", "north"));
        assertThat(assessed.trace())
                .flatExtracting(Firing::effects)
                .contains(new Effect("decision.term", "books", 5L, null));
    }

    @Test
    void aTermSetTwiceToDifferentValuesFailsOnlyWhereBothBelongToTheAnswer() {
        RuleBase rules = library(LENDING, """
                rule "No" when Request( service == "lending" ) then decision.refuse(); decision.term( "books", 0 ); end
                rule "Note" salience -1 when Request( service == "lending" ) then decision.term( "books", 1 ); end
                """);
        assertThatThrownBy(() -> Evaluation.assess(new Inquiry(rules, Given.dossier(), LEND, NOW)))
                .isInstanceOf(EvaluationFailedException.class)
                .hasMessageContaining("set the term `books` to `1`, but `No` had set it to `0`");
    }

    @Test
    void aRuleInsertsConclusionsOnly() {
        RuleBase rules = library(LENDING, """
                declare enum Colour RED; end
                rule "Colour" when Request( service == "lending" ) then Object o = Colour.RED; insert( o ); end
                """);
        assertThatThrownBy(() -> Evaluation.assess(new Inquiry(rules, Given.dossier(), LEND, NOW)))
                .isInstanceOfSatisfying(EvaluationFailedException.class, failed -> assertThat(failed.rule())
                        .isEqualTo("Colour"))
                .hasMessageContaining("inserts declared types that extend nothing");
    }

    @Test
    void anEssentialServiceSeesNeitherEventsNorStanding() {
        // given
        RuleBase rules = library(LATE, """
                rule "Open" when Request( service == "reading-room" ) then decision.grant(); end
                rule "Not for the late" when Request( service == "reading-room" ) LateReturn() then decision.refuse(); end
                rule "Not for the low" when Request( service == "reading-room" ) Standing( score < 500 ) then decision.refuse(); end
                """);
        // when
        Assessment assessed = Evaluation.assess(
                new Inquiry(rules, Given.dossier(late("e1", 60)), Question.of("reading-room", Map.of()), NOW));
        // then
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(assessed.scored()).isEmpty();
        assertThat(assessed.setAside())
                .extracting(ExcludedStatement::why)
                .containsExactly(ExcludedStatement.Why.CONDUCT_IN_ESSENTIAL_SERVICE);
    }

    @Test
    void aSchemeWithoutEventsMayDecideAnEssentialServiceByItsScore() {
        // given
        RuleBase rules = SchemeText.library().rules("""
                        declare Need extends Fact
                            points : int
                        end
                        rule "Need" when Need( $p : points ) then score.add( $p ); end
                        rule "Needy" when Request( service == "reading-room" ) Standing( score > 500 ) then decision.grant(); end
                        """).ruleBase();
        Statement need = Given.fact("Need", "n", "2026-01-01T00:00:00Z", Map.of("points", 7L));
        // when
        Assessment assessed =
                Evaluation.assess(new Inquiry(rules, Given.dossier(need), Question.of("reading-room", Map.of()), NOW));
        // then
        assertThat(assessed.answer().outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(assessed.scored().orElseThrow().score()).isEqualTo(507);
    }

    @Test
    void scoringOnAStandingIsAnErrorAndNoDecision() {
        // given
        RuleBase rules = library(LENDING, """
                rule "Bonus" when Standing( score >= 500 ) then score.add( 1 ); end
                """);
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(rules, Given.dossier(), LEND, NOW)));
        // then
        assertThat(failed.rule()).isEqualTo("Bonus");
        assertThat(failed).hasMessageContaining("after it was closed");
    }

    @Test
    void aSwallowedErrorIsStillAnError() {
        // given
        RuleBase rules = library(LENDING, """
                rule "Sly" when Standing() then try { score.add( 1 ); } catch (RuntimeException e) { } end
                """);
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(rules, Given.dossier(), LEND, NOW)));
        // then
        assertThat(failed.rule()).isEqualTo("Sly");
    }

    @Test
    void oneVerbIsNotTheOtherInDisguise() {
        // given
        RuleBase rules = library(LENDING, """
                rule "Sly" when AsOf() then ( (org.daylight.vocabulary.DecisionActions) (Object) score ).refuse(); end
                """);
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(rules, Given.dossier(), LEND, NOW)));
        // then
        assertThat(failed.rule()).isEqualTo("Sly");
    }

    @Test
    void aRuleThatThrowsLeavesNoTraceInTheNextAssessment() {
        // given
        RuleBase rules = library(LATE, """
                rule "Divides" when LateReturn( $d : daysLate, daysLate < 2 ) then score.add( 10 / $d ); end
                """);
        byte[] before = Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9)), null, NOW))
                .bytes();
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9), late("e2", 0)), null, NOW)));
        // then
        assertThat(failed.rule()).isEqualTo("Divides");
        assertThat(Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 9)), null, NOW))
                        .bytes())
                .isEqualTo(before);
    }

    @Test
    void rulesThatFeedThemselvesAreStopped() {
        // given
        RuleBase rules = library("""
                rule "More" when Trouble( $n : times ) then insert( new Trouble( $n + 1 ) ); end
                rule "First" when LateReturn() then insert( new Trouble( 0 ) ); end
                """);
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 1)), null, NOW)));
        // then
        assertThat(failed.rule()).isEqualTo("More");
        assertThat(failed).hasMessageContaining("10000");
    }

    @Test
    void aRuleCannotDeleteOrUpdateWhatWasStated() {
        for (String verb : List.of("delete", "update")) {
            // given
            RuleBase rules = library("rule \"Hide\" when $l : LateReturn() then Object o = $l; " + verb + "( o ); end");
            // when
            EvaluationFailedException failed = catchThrowableOfType(
                    EvaluationFailedException.class,
                    () -> Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 1)), null, NOW)));
            // then
            assertThat(failed).hasMessageContaining("tried to " + verb + " a `LateReturn`");
        }
    }

    @Test
    void twoRulesThatDisagreeOnATermAreAnError() {
        // given
        RuleBase rules = library("""
                rule "One" when Request() then decision.term( "books", 3 ); end
                rule "Other" when Request() then decision.term( "books", 4 ); end
                """);
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(rules, Given.dossier(), LEND, NOW)));
        // then
        assertThat(failed).hasMessageContaining("`One` had set it to `3`");
    }

    @Test
    void setIsALedgerLineToo() {
        // given
        RuleBase rules = library("rule \"Reset\" when LateReturn( daysLate == 1 ) then score.set( 333 ); end");
        // when
        Assessment assessed = Evaluation.assess(new Inquiry(rules, Given.dossier(late("e1", 1)), null, NOW));
        // then
        assertThat(assessed.scored().orElseThrow().score()).isEqualTo(333);
        assertThat(assessed.adjustments()).extracting(Adjustment::points).containsExactly(-167L);
    }
}
