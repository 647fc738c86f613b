package org.daylight.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.explanation.reason.AblationResult;
import org.daylight.explanation.reason.PrincipalReason;
import org.daylight.explanation.reason.PrincipalReasonFinder;
import org.daylight.explanation.reason.PrincipalReasons;
import org.daylight.explanation.reason.Threshold;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Test;

class PrincipalReasonsTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T12:00:00Z");

    private static final RuleBase RULES = SchemeText.library().rules("""
            declare Late extends Event
                days : int
            end
            declare Good extends Event
                note : String
            end
            declare Course extends Event
                name : String
            end
            declare Member extends Fact
                since : LocalDate
            end
            declare Troubled
                times : long
            end
            rule "Late"
                @reason( "Came back {$late.days} days late" )
                @cites( "Section 4" )
            when
                $late : Late( days > 7 )
            then
                score.add( -$late.getDays() );
            end
            rule "Very late"
            when
                Late( days > 30 )
            then
                score.add( -5 );
            end
            rule "Good"
            when
                Good()
            then
                score.add( 10 );
            end
            rule "Often late"
            when
                accumulate( $l : Late(); $n : count( $l ); $n > 4 )
            then
                insert( new Troubled( $n ) );
            end
            rule "Lending from 500"
                @cites( "Section 2" )
            when
                Request( service == "lending" )
                Standing( score < 500 )
            then
                decision.refuse();
            end
            rule "Lending"
            when
                Request( service == "lending" )
                Standing( score >= 500 )
            then
                decision.grant();
            end
            rule "Often late is talked over"
            when
                Request( service == "lending" )
                Troubled()
            then
                decision.refer();
            end
            rule "Reading room"
            when
                Request( service == "reading-room" )
                Member()
            then
                decision.grant();
            end
            rule "No reading without membership"
                @cites( "Section 9" )
            when
                Request( service == "reading-room" )
                not Member()
            then
                decision.refuse();
            end
            """).ruleBase();

    private static Statement late(String id, long days) {
        return Given.event("Late", id, "2026-05-0" + id.charAt(1) + "T10:00:00Z", Map.of("days", days));
    }

    private static Statement good(String id) {
        return Given.event("Good", id, "2026-06-01T10:00:00Z", Map.of("note", id));
    }

    private static PrincipalReasons reasons(String service, Statement... statements) {
        var dossier = Given.dossier(statements);
        var question = Question.of(service, Map.of());
        Inquiry inquiry = new Inquiry(RULES, dossier, question, NOVEMBER);
        return PrincipalReasonFinder.find(inquiry, Evaluation.observe(inquiry));
    }

    @Test
    void theAdjustmentsThatWeighMostComeFirstEachWithRuleCitationDatumAndPoints() {
        PrincipalReasons reasons = reasons("lending", late("l1", 9), late("l2", 40), late("l3", 20), good("g1"));

        assertThat(reasons.principal())
                .extracting(PrincipalReason::points)
                .as("what speaks against the outcome is no reason for it")
                .containsExactly(-45L, -20L, -9L);
        assertThat(reasons.principal().get(0)).satisfies(first -> {
            assertThat(first.rule()).isEqualTo("Late");
            assertThat(first.reason()).isEqualTo("Came back 40 days late");
            assertThat(first.cites()).isEqualTo("Section 4");
            assertThat(first.also()).containsExactly("Very late");
            assertThat(first.without()).isEqualTo(new AblationResult(Outcome.REFUSED, false, 481L, 45L, false));
            assertThat(first.data()).singleElement().satisfies(on -> {
                assertThat(on.id()).isEqualTo("urn:test#l2");
                assertThat(on.source()).isEqualTo("urn:test");
                assertThat(on.at()).isEqualTo("2026-05-02T10:00:00Z");
                assertThat(on.read()).containsEntry("days", 40L);
            });
        });
    }

    @Test
    void theOneWithoutWhichTheOutcomeIsAnotherComesFirst() {
        PrincipalReasons reasons = reasons("lending", late("l1", 9), late("l2", 20), good("g1"));

        assertThat(reasons.principal().get(0).data().get(0).id()).isEqualTo("urn:test#l2");
        assertThat(reasons.principal().get(0).without())
                .isEqualTo(new AblationResult(Outcome.GRANTED, true, 501L, 20L, false));
        assertThat(reasons.principal().get(1).without().flips()).isFalse();
        assertThat(reasons.together()).isEmpty();
        assertThat(reasons.says()).contains("hangs on the first").contains("GRANTED");
    }

    @Test
    void aThresholdIsToldWithTheDistanceToIt() {
        PrincipalReasons reasons = reasons("lending", late("l1", 9), late("l2", 11));

        assertThat(reasons.thresholds())
                .containsExactly(new Threshold("Lending from 500", "score < 500", "rules.drl", 47, 480, 500, 20));
        assertThat(reasons.thresholds().get(0).says())
                .isEqualTo("the score is 480; with 20 points more `Lending from 500` would not have fired");
        assertThat(reasons("lending", good("g1")).thresholds().get(0).says())
                .isEqualTo("the score is 510; with 11 points less `Lending` would not have fired");
    }

    @Test
    void ofTwoEitherOfWhichIsEnoughItIsSaidThatNoSingleOneDecides() {
        PrincipalReasons reasons = reasons("lending", late("l1", 9), late("l2", 11));

        assertThat(reasons.principal()).hasSize(2).allMatch(reason -> !reason.without()
                .flips());
        assertThat(reasons.together()).singleElement().satisfies(pair -> {
            assertThat(pair.data()).containsExactly("urn:test#l1", "urn:test#l2");
            assertThat(pair.without().outcome()).isEqualTo(Outcome.GRANTED);
        });
        assertThat(reasons.says()).startsWith("no single one decides: either of");
    }

    @Test
    void whereOneLessWouldLeaveTooFewEventsForAStandingThatIsSaidAndNotTakenForAnEffect() {
        RuleBase rules =
                SchemeText.library().with("scheme.yaml", """
                        title: Library
                        purpose: Lending books
                        owner: The library
                        lawfulBasis: CONSENT
                        timeZone: UTC
                        score: { start: 500, floor: 0, ceiling: 1000, minimumEvents: 2 }
                        services:
                          - { id: lending, title: Lending }
                        """).rules("""
                        declare Late extends Event
                            days : int
                        end
                        rule "Late"
                        when
                            Late()
                        then
                            score.add( -10 );
                        end
                        rule "Lending from 500"
                        when
                            Request( service == "lending" )
                            Standing( score < 500 )
                        then
                            decision.refuse();
                        end
                        """).ruleBase();
        var dossier = Given.dossier(late("l1", 9), late("l2", 11));
        var question = Question.of("lending", Map.of());

        Inquiry inquiry = new Inquiry(rules, dossier, question, NOVEMBER);
        PrincipalReasons reasons = PrincipalReasonFinder.find(inquiry, Evaluation.observe(inquiry));

        assertThat(reasons.principal())
                .extracting(PrincipalReason::without)
                .containsOnly(new AblationResult(Outcome.UNDECIDED, true, null, null, true));
        assertThat(reasons.says()).startsWith("there are only just enough events for a standing");
    }

    @Test
    void whereNotEvenTwoDecideThatIsSaid() {
        PrincipalReasons reasons = reasons("lending", late("l1", 9), late("l2", 11), late("l3", 12), late("l4", 13));

        assertThat(reasons.principal()).hasSize(4);
        assertThat(reasons.together()).isEmpty();
        assertThat(reasons.says()).isEqualTo("no single one decides, and no two together");
    }

    @Test
    void thereAreNeverMoreThanFourAndWhatFollowedFromConclusionsRestsOnTheirData() {
        PrincipalReasons reasons =
                reasons("lending", late("l1", 1), late("l2", 1), late("l3", 1), late("l4", 1), late("l5", 1));

        assertThat(reasons.principal()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("Often late is talked over");
            assertThat(reason.data())
                    .hasSize(5)
                    .allMatch(on -> on.without() != null && on.without().flips());
            assertThat(reason.without().outcome()).isEqualTo(Outcome.GRANTED);
        });
        assertThat(reasons(
                                "lending",
                                late("l1", 9),
                                late("l2", 11),
                                late("l3", 12),
                                late("l4", 13),
                                late("l5", 14),
                                late("l6", 15))
                        .principal())
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void anOutcomeThatRestsOnNothingBeingThereHasItsRuleForAReason() {
        PrincipalReasons reasons = reasons("reading-room", late("l1", 9));

        assertThat(reasons.principal()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("No reading without membership");
            assertThat(reason.cites()).isEqualTo("Section 9");
            assertThat(reason.data()).isEmpty();
            assertThat(reason.without().outcome()).isEqualTo(Outcome.UNDECIDED);
        });
    }

    @Test
    void aGrantHasReasonsToo() {
        PrincipalReasons reasons = reasons(
                "reading-room", Given.fact("Member", "m1", "2026-01-01T00:00:00Z", Map.of("since", "2020-01-01")));

        assertThat(reasons.principal()).singleElement().satisfies(reason -> {
            assertThat(reason.data().get(0).id()).isEqualTo("urn:test#m1");
            assertThat(reason.without()).isEqualTo(new AblationResult(Outcome.REFUSED, true, null, null, false));
        });
    }

    @Test
    void aRefusalThatNothingOnRecordCausedNamesTheLimitAlone() {
        RuleBase rules = SchemeText.library().rules("""
                rule "Lending from 600"
                when
                    Request( service == "lending" )
                    Standing( score < 600 )
                then
                    decision.refuse();
                end
                """).ruleBase();
        var question = Question.of("lending", Map.of());
        Inquiry inquiry = new Inquiry(rules, Given.dossier(), question, NOVEMBER);
        PrincipalReasons reasons = PrincipalReasonFinder.find(inquiry, Evaluation.observe(inquiry));

        assertThat(reasons.principal()).extracting(PrincipalReason::rule).containsExactly("Lending from 600");
        assertThat(reasons.thresholds()).extracting(Threshold::distance).containsExactly(100L);
    }
}
