package org.daylight.rulebase.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An assessment that was stopped, wherever it was, gives all its memory back. */
@Tag("costs")
class StoppedAssessmentsTest {
    private static final int TIMES = Integer.getInteger("claims.stopped", 2);
    private static final long SLACK = 24_000_000;
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TYPES = """
            declare Loan extends Event
                book : String
                days : int
            end
            declare Token
                n : int
            end
            query two( int $n ) Loan( days >= $n ) Loan() end
            function java.util.List many( int n ) { java.util.List l = new java.util.ArrayList(); for ( int i = 0; i < n; i++ ) { l.add( i ); } return l; }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Loan() Loan() Loan() Loan() then score.add( 1 );",
                "$a : Loan() Loan( this != $a ) $c : Loan( this != $a ) exists Loan( this != $c ) then score.add( 1 );",
                "Loan() Loan() not( Loan() and Token() and Loan() ) Loan() then score.add( 1 );",
                "Loan() Loan() accumulate( Loan() and Loan(); $n : count( 1 ) ) then score.add( 1 );",
                "Loan() ?two( 1; ) ?two( 1; ) then score.add( 1 );",
                "Loan( $d : days ) $x : Integer() from many( 90000 ) Integer( this != $x ) from many( 90000 ) then score.add( 1 );",
                "$l : java.util.List() from collect( Loan() ) Loan() Loan() Loan() then score.add( 1 );",
                "Loan( days == 1 ) then for ( int i = 0; ; i++ ) { insert( new Token( i ) ); }",
                "$t : Token( $n : n ) Loan() then modify( $t ) { setN( $n + 1 ) } end"
                        + " rule \"First\" when Loan( days == 1 ) then insert( new Token( 0 ) );",
                "Loan( days == 1 ) then java.util.List l = new java.util.ArrayList(); while ( true ) { l.add( \"a\".repeat( 10000 ) ); }",
                "Loan( days == 1 ) then Object o = null; while ( true ) { Object[] p = new Object[ 100 ]; p[ 0 ] = o; o = p; }",
                "Loan( days == 1 ) then while ( true ) { try { Integer.parseInt( \"x\" ); } catch ( Exception e ) { score.add( 1 ); } }",
                "Loan() Loan() then score.add( 1 );",
                "accumulate( Loan( $b : book ); $s : collectList( $b ) ) then while ( true ) { decision.term( \"t\" + $s.size(), $s.toString() ); }",
                "Loan( days == 1 ) then String s = null; s.length();"
            })
    void givesItsMemoryBack(String rule) {
        // given
        RuleBase rules = SchemeText.library()
                .rules(TYPES + "rule \"Runaway\" @reason( \"a reason\" ) when " + rule + " end")
                .ruleBase();
        Dossier dossier = loans();
        assess(rules, dossier);
        long before = heap();
        // when
        for (int i = 0; i < TIMES; i++) {
            assess(rules, dossier);
        }
        // then
        assertThat(heap() - before).isLessThan(SLACK);
        assertThat(rules.revision()).isNotEmpty();
    }

    private static void assess(RuleBase rules, Dossier dossier) {
        assertThat(catchThrowable(() -> Evaluation.assess(new Inquiry(rules, dossier, null, NOW))))
                .isInstanceOf(EvaluationFailedException.class);
    }

    private static Dossier loans() {
        List<Statement> statements = IntStream.range(0, 250)
                .mapToObj(i -> Given.event(
                        "Loan", "l" + i, "2026-10-01T10:00:00Z", Map.of("book", "aaaaaaaaaa" + i, "days", 1L + i)))
                .toList();
        return Given.dossier(statements);
    }

    /** What is held, in bytes. */
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
