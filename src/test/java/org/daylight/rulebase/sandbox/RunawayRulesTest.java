package org.daylight.rulebase.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that would never end are stopped at the same step every time, with an error that names rule and budget. */
class RunawayRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String TYPES = """
            declare Loan extends Event
                book : String
                days : int
            end
            declare Token
                n : int
            end
            """;

    /** Lists in lists: the last holds four billion elements, and takes no memory at all. */
    private static final String LAUGHS = "java.util.List l = new java.util.ArrayList(); for ( int i = 0; i < 31; i++ )"
            + " { java.util.List m = new java.util.ArrayList(); m.add( l ); m.add( l ); l = m; } ";

    private static final String NODE = "declare Node\n    next : Object\nend\n";

    private static Arguments runaway(String budget, int events, String rules) {
        return Arguments.of(budget, events, rules);
    }

    private static String then(String consequence) {
        return "rule \"Runaway\" when Loan( $b : book ) then " + consequence + " end";
    }

    static Stream<Arguments> runaways() {
        return Stream.of(
                runaway("steps", 1, then("while ( true ) { }")),
                runaway(
                        "more than 20000 times",
                        1,
                        then("for ( int i = 0; ; i++ ) { score.add( 0 ); if ( i > 9000000 ) { break; } }")),
                runaway("steps", 1, then("while ( true ) { try { while ( true ) { } } catch ( Throwable t ) { } }")),
                runaway("steps", 1, then("do { try { } finally { continue; } } while ( true );")),
                runaway(
                        "steps",
                        1,
                        "function int spin( int n ) { int i = n; while ( i > 0 ) { i = i + 1; if ( i < 0 ) { i = 1; } } return i; }\n"
                                + "rule \"Runaway\" when Loan( $d : days, spin( days + 1 ) > 0 ) then score.add( 1 ); end"),
                runaway(
                        "steps",
                        1,
                        "function int spin( int n ) { int i = n; while ( i > 0 ) { i = i + 1; if ( i < 0 ) { i = 1; } } return i; }\n"
                                + "rule \"Before\" when Loan() then score.add( spin( 0 ) ); end "
                                + "rule \"Runaway\" salience -1 when Loan( $d : days ) then score.add( spin( $d ) ); end"),
                runaway(
                        "steps",
                        1,
                        "function java.util.List spin() { java.util.List l = new java.util.ArrayList(); while ( l.isEmpty() ) { l.size(); } return l; }\n"
                                + "rule \"Before\" when Loan() then score.add( 1 ); end "
                                + "rule \"Runaway\" when Loan() Integer() from spin() then score.add( 1 ); end"),
                runaway(
                        "fired more than",
                        1,
                        "rule \"Runaway\" when $t : Token( $n : n ) then modify( $t ) { setN( $n + 1 ) } end"
                                + " rule \"First\" when Loan() then insert( new Token( 0 ) ); end"),
                runaway(
                        "fired more than",
                        1,
                        "rule \"Runaway\" when Token( $n : n ) then insert( new Token( $n + 1 ) ); end"
                                + " rule \"First\" when Loan() then insert( new Token( 0 ) ); end"),
                runaway(
                        "more than 20000 times",
                        1,
                        then("for ( int i = 0; i < 100000000; i++ ) { insert( new Token( i ) ); }")),
                runaway("steps", 1000, "rule \"Runaway\" when Loan() Loan() Loan() Loan() then score.add( 1 ); end"),
                runaway(
                        "steps",
                        1000,
                        "rule \"Runaway\" when $a : Loan( $x : book ) $b : Loan( book == $x ) $c : Loan( book == $x )"
                                + " Loan( book == $x ) then score.add( 1 ); end"),
                runaway(
                        "steps",
                        1000,
                        "rule \"Runaway\" when $a : Loan() $b : Loan( this != $a ) $c : Loan( this != $b )"
                                + " Loan( this != $c ) then score.add( 1 ); end"),
                runaway("steps", 1, then("while ( true ) { $b.matches( \"(.*a){12}b\" ); }")),
                runaway("steps", 1, then("String t = $b.repeat( 2500 ); for ( ; ; ) { t.matches( \"((a+)*)*b\" ); }")),
                runaway("steps", 1, then("$b.repeat( 2500 ).replaceAll( \"a.*b|a\", \"x\" );")),
                runaway("steps", 1, then("int i = 0; while ( true ) { i++; $b.matches( \"a{1000}\" + i ); }")),
                runaway("repeats of repeats", 1, then("$b.matches( \"(((?:){999}){999}){999}\" + $b );")),
                runaway("cannot be used", 1, then("$b.matches( \"(?=\" + $b + \")\" );")),
                runaway("letters", 1, then("String s = $b; while ( true ) { s = s + s; }")),
                runaway(
                        "letters",
                        1,
                        then(
                                "StringBuilder s = new StringBuilder( $b ); while ( true ) { s.append( s.toString() ); }")),
                runaway("letters", 1, then("$b.repeat( 2000000000 );")),
                runaway("letters", 1, then("String s = $b; while ( true ) { s = s.replace( \"a\", s ); }")),
                runaway("elements", 1, then("int[] a = new int[2000000000];")),
                runaway(
                        "elements",
                        1,
                        then(
                                "java.util.List l = new java.util.ArrayList(); l.add( 1 ); while ( true ) { l.addAll( l ); }")),
                runaway(
                        "digits",
                        1,
                        then("BigDecimal d = BigDecimal.valueOf( 99 ); while ( true ) { d = d.multiply( d ); }")),
                runaway("has none", 1, then("score.add( new Object().toString().length() );")),
                runaway("has none", 1, then("String s = \"x\" + new int[1];")),
                runaway("has none", 1, then("Runnable r = () -> score.add( 1 ); String.valueOf( r );")),
                runaway("has none", 1, then("new java.util.ArrayList().iterator().toString();")),
                runaway(
                        "has none",
                        1,
                        then("java.util.List l = new java.util.ArrayList(); l.add( score ); l.toString();")),
                runaway("steps", 1, then(LAUGHS + "new java.util.LinkedHashSet().add( l );")),
                runaway("steps", 1, then(LAUGHS + "l.equals( new java.util.ArrayList( l ) );")),
                runaway("steps", 1, then(LAUGHS + "String s = \"\" + l;")),
                runaway(
                        "deep",
                        1,
                        then("java.util.List l = new java.util.ArrayList(); for ( int i = 0; i < 90000; i++ )"
                                + " { java.util.List m = new java.util.ArrayList(); m.add( l ); l = m; }")),
                runaway(
                        "steps",
                        1,
                        then(
                                "java.util.List l = new java.util.ArrayList(); while ( true ) { l.add( $b.repeat( 2000 ) ); l.contains( $b ); }")),
                runaway(
                        "steps",
                        1,
                        then(
                                "java.util.List l = new java.util.ArrayList(); for ( int i = 0; i < 60000; i++ ) { l.add( i ); } l.containsAll( new java.util.ArrayList( l ) );")),
                runaway("steps", 1, then("String t = $b.repeat( 2000 ); while ( true ) { t.equals( $b ); }")),
                runaway("steps", 1, then("String t = $b.repeat( 2000 ); t.contains( $b.repeat( 1000 ) );")),
                runaway(
                        "steps",
                        1,
                        then(
                                "java.util.List l = new java.util.ArrayList(); while ( true ) { l.add( new long[99999] ); }")),
                runaway(
                        "letters",
                        1,
                        then(
                                "String t = $b.repeat( 2000 ); java.util.List l = new java.util.ArrayList(); for ( int i = 0; i < 5000; i++ ) { l.add( t ); } String.join( \",\", l );")),
                runaway("steps", 1, then("try { while ( true ) { } } finally { decision.grant(); return; }")),
                runaway(
                        "steps",
                        1000,
                        "rule \"Runaway\" when $a : Loan() Loan( book matches ( \"(.*a){12}\" + $a.book ) ) then score.add( 1 ); end"),
                runaway(
                        "steps",
                        1,
                        "function java.util.List many() { java.util.List l = new java.util.ArrayList(); for ( int i = 0; i < 90000; i++ ) { l.add( i ); } return l; }\n"
                                + "rule \"Runaway\" when Loan() Integer() from many() Integer() from many() then score.add( 1 ); end"),
                runaway(
                        "data",
                        1,
                        "rule \"Runaway\" when accumulate( Token(); $n : count( 1 ) ) then insert( new Token( $n.intValue() ) ); end"),
                runaway(
                        "steps",
                        1,
                        then("RuntimeException e = new RuntimeException( $b.repeat( 20 ) ); while ( true )"
                                + " { e = new IllegalStateException( e ); }")),
                runaway(
                        "letters",
                        1,
                        then(
                                "RuntimeException e = new RuntimeException( $b.repeat( 2490 ) ); for ( int i = 0; i < 20; i++ )"
                                        + " { e = new IllegalStateException( e ); }")),
                runaway("too deep", 1, NODE + then("Node n = new Node(); n.setNext( n ); String s = \"\" + n;")),
                runaway("absent", 1, then("String s = null; s.length();")),
                runaway("another type", 1, then("Object o = $b; Token t = (Token) o;")),
                runaway("digits", 1, then("BigDecimal.ONE.setScale( 2000000000 );")));
    }

    static Dossier loans(int events) {
        List<Statement> statements = IntStream.range(0, events)
                .mapToObj(i -> Given.event(
                        "Loan",
                        "l" + i,
                        "2026-10-01T10:00:00Z",
                        Map.of("book", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "days", 3L)))
                .toList();
        return Given.dossier(statements);
    }

    @ParameterizedTest
    @MethodSource("runaways")
    void isStopped(String budget, int events, String rules) {
        // given
        RuleBase ruleBase = SchemeText.library().rules(TYPES + rules).ruleBase();
        // when
        EvaluationFailedException failed = stopped(ruleBase, events);
        EvaluationFailedException again = stopped(ruleBase, events);
        // then
        assertThat(failed).hasMessageContaining(budget);
        assertThat(failed.rule()).isEqualTo("Runaway");
        assertThat(again).hasMessage(failed.getMessage());
    }

    @Test
    void othersAreAnsweredWhileARunawayIsStopped() throws Exception {
        // given
        RuleBase runaway = SchemeText.library()
                .rules(TYPES + "rule \"Runaway\" when Loan() Loan() Loan() Loan() then score.add( 1 ); end")
                .ruleBase();
        RuleBase honest = SchemeText.library()
                .rules(TYPES + "rule \"Honest\" when Loan() then score.add( 1 ); end")
                .ruleBase();
        ExecutorService runaways = Executors.newSingleThreadExecutor();
        try {
            // when
            Future<EvaluationFailedException> failed = runaways.submit(() -> stopped(runaway, 1000));
            long answered = 0;
            do {
                assertThat(Evaluation.assess(new Inquiry(honest, loans(3), null, NOW))
                                .scored()
                                .orElseThrow()
                                .score())
                        .isEqualTo(503);
                answered++;
            } while (!failed.isDone());
            // then
            assertThat(failed.get()).hasMessageContaining("steps");
            assertThat(answered).isGreaterThan(10);
        } finally {
            runaways.shutdown();
        }
    }

    private static EvaluationFailedException stopped(RuleBase ruleBase, int events) {
        return catchThrowableOfType(
                EvaluationFailedException.class,
                () -> Evaluation.assess(new Inquiry(ruleBase, loans(events), null, NOW)));
    }
}
