package org.daylight.rulebase.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing outlives an assessment: every scheme of the sandbox's tests that compiles (the
 * hostile ones are refused) is asked again and again, in both orders of two
 * dossiers, by rules whose sessions are kept, and by rules that were asked nothing before. Answers and failures agree to the byte.
 */
class KeptSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** A thousand rules take long to build, and are as kept as one. */
    private static final int LONGEST = 10_000;

    /** A scheme, and two dossiers for it. */
    record Asked(String rules, Dossier one, Dossier other) {}

    private static Stream<Asked> honest() {
        Dossier full = Given.dossier(HonestRulesTest.STATEMENTS);
        Dossier half = Given.dossier(HonestRulesTest.STATEMENTS.subList(0, 2));
        return HonestRulesTest.honest()
                .filter(arguments -> String.valueOf(arguments.get()[1]).length() < LONGEST)
                .map(arguments -> new Asked(HonestRulesTest.TYPES + arguments.get()[1], full, half));
    }

    private static Stream<Asked> runaway() {
        return RunawayRulesTest.runaways()
                .filter(arguments -> (int) arguments.get()[1] == 1)
                .map(arguments -> new Asked(
                        RunawayRulesTest.TYPES + arguments.get()[2],
                        RunawayRulesTest.loans(2),
                        RunawayRulesTest.loans(1)));
    }

    /** What a list, a function, a choice or a text under construction would carry from one assessment to the next. */
    private static Stream<Asked> carriers() {
        return Stream.of(
                        "rule a when Loan( $d : days ) $l : java.util.List() from java.util.Arrays.asList( new Object[] { new java.util.ArrayList() } ) then score.add( $l.size() ); $l.add( $d ); end",
                        "function java.util.List box() { java.util.List l = new java.util.ArrayList(); java.util.List m = new java.util.ArrayList(); l.add( m ); return l; }"
                                + " rule a @reason( \"{$l}\" ) when Loan( $d : days ) $l : java.util.List() from box() then score.add( $l.size() ); $l.add( $d ); end",
                        "function java.util.List box() { java.util.List l = new java.util.ArrayList(); l.add( 1 ); return l; }"
                                + " rule a salience( box().size() ) when Loan() then score.add( 1 ); end",
                        "rule a when Loan() $b : StringBuilder() from new StringBuilder() then $b.append( \"x\" ); score.add( $b.length() ); end",
                        "rule a when accumulate( Loan( $d : days ); $l : collectList( $d ) ) then score.add( $l.size() ); $l.add( 1 ); end",
                        "rule a when $l : java.util.ArrayList() from collect( Loan() ) then score.add( $l.size() ); $l.add( 1 ); end",
                        "declare Basket items : java.util.List = java.util.Arrays.asList( 1, 2 ) end"
                                + " rule a when Loan() then insert( new Basket() ); end rule b when Basket( $i : items ) then score.add( $i.size() ); $i.add( 3 ); end",
                        "query q( int $n ) Integer( this == $n ) from java.util.Arrays.asList( 1, 2, 3 ) end rule a when Loan() ?q( 2; ) then score.add( 1 ); end",
                        "rule a when $m : java.util.Map() from new java.util.LinkedHashMap() Loan( $d : days ) then $m.put( $d, 1 ); score.add( $m.size() ); end",
                        "rule a when Loan() Integer( $i : intValue ) from accumulate( Loan( $d : days ), init( java.util.List l = new java.util.ArrayList(); ) action( l.add( $d ); ) result( l.size() ) ) then score.add( $i ); end")
                .map(rules -> new Asked(
                        RunawayRulesTest.TYPES + rules, RunawayRulesTest.loans(2), RunawayRulesTest.loans(1)));
    }

    static Stream<Asked> all() {
        return Stream.of(honest(), runaway(), carriers()).flatMap(schemes -> schemes);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noAssessmentLeavesATrace(Asked asked) {
        RuleBase kept = rules(asked);
        String one = told(kept, asked.one());
        String other = told(kept, asked.other());
        assertThat(Stream.of(asked.one(), asked.other(), asked.one()).map(dossier -> told(kept, dossier)))
                .containsExactly(one, other, one);
        RuleBase fresh = rules(asked);
        assertThat(told(fresh, asked.other())).isEqualTo(other);
        assertThat(told(fresh, asked.one())).isEqualTo(one);
    }

    private static RuleBase rules(Asked asked) {
        return SchemeText.library().rules(asked.rules()).ruleBase();
    }

    private static String told(RuleBase rules, Dossier dossier) {
        try {
            return new String(
                    Evaluation.assess(new Inquiry(rules, dossier, null, NOW)).bytes(), StandardCharsets.UTF_8);
        } catch (EvaluationFailedException failed) {
            return failed.rule() + " " + failed.getMessage();
        }
    }
}
