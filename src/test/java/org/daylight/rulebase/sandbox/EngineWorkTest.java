package org.daylight.rulebase.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.stream.Stream;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine does of its own accord, where no code of an author's runs, is paid for by the rule for which it does it. */
class EngineWorkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final String DATA = RunawayRulesTest.TYPES + """
            declare Span
                length : Period
            end
            declare Bag
                items : java.util.List
            end
            declare Note
                text : String
            end
            """;

    /** Periods and lists that all have one hash, and long texts that differ at their ends. */
    private static final String SPANS = many(9_000, "new Span( Period.of( -256 * i, i, 0 ) )");

    private static final String BAGS = many(9_000, "new Bag( java.util.List.of( i, -31 * i ) )");
    private static final String NOTES = many(20, "new Note( \"a\".repeat( 90000 ) + i )");
    /** One after the other leaves what is counted, and comes back. */
    private static final String CHANGING = many(6_000, "new Token( 6000 - i )")
            + "rule \"Changes\" salience -2 when $t : Token( n >= 0 ) then modify( $t ) { setN( -1 ) } end\n";

    private static String many(int count, String made) {
        return "rule \"Makes\" when exists Loan() then for ( int i = 0; i < " + count + "; i++ ) { insert( " + made
                + " ); } end\n";
    }

    private static Arguments runaway(String data, String rule) {
        return Arguments.of(data, "rule \"Runaway\" salience -1 when " + rule);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                runaway(SPANS, "Span( $l : length ) not( Span( length == $l ) ) then end"),
                runaway(BAGS, "Bag( $i : items ) not( Bag( items == $i ) ) then end"),
                runaway(SPANS, "groupby( Span( $l : length ); $l; $n : count( 1 ) ) then end"),
                runaway(NOTES, "accumulate( Note( $t : text ) and Loan(); $m : max( $t ) ) then score.add( 0 ); end"),
                runaway(
                        NOTES,
                        "accumulate( Note( $t : text ) and Loan(); $m : min( $t ), $n : count( 1 ) )"
                                + " then score.add( 0 ); end"),
                runaway(
                        CHANGING,
                        "accumulate( Token( $n : n ); $l : collectList( $n ), $c : count( 1 ); $c > 6000 ) then end"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isPaidForInSteps(String data, String rule) {
        // given
        RuleBase ruleBase = SchemeText.library().rules(DATA + data + rule).ruleBase();
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(ruleBase, RunawayRulesTest.loans(1000), null, NOW)));
        // then
        assertThat(failed).isNotNull().hasMessageContaining("steps");
        assertThat(failed.rule()).isEqualTo("Runaway");
    }
}
