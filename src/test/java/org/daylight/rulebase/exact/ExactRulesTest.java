package org.daylight.rulebase.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and consequences that compute, compare texts and look into time come to what the guide says. */
class ExactRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String TYPES = """
            declare Meter extends Fact
                name : String @key
                count : int
                big : long
                units : BigDecimal
                rate : BigDecimal
                opt : Integer @optional
                note : String @optional
            end
            declare Ping extends Event
                n : int
            end
            declare Token
                size : int
                share : BigDecimal
            end
            query counting( long $n ) Meter( count == $n, big == 7 ) end
            query costing( BigDecimal $u, String $n ) Meter( units == $u, name == $n ) end
            query below( long $n ) Meter( big > $n, name == "a" ) end
            function boolean isBig( BigDecimal n ) { return n > 2; }
            function BigDecimal pick( boolean first, BigDecimal a, BigDecimal b ) { return first ? a : b; }
            function int whole( BigDecimal n ) { return (int) n; }
            function long longer( long n ) { return n * 2; }
            function String twice( String text ) { return text + text; }
            """;

    /** What each computes is the term that it stands behind; `…` stands for the rest of a rule. */
    private static final String RIGHT = """
            12.5 <- Meter( name == "a", $x : units )
            25 <- Meter( name == "a", $x : ( units * 2 ) )
            27.5 <- Meter( name == "a", $x : ( count * 1.1 * 5 ) )
            -2 <- Meter( name == "a", $x : ( count - ( big - ( count - 3 ) ) ) )
            15.5 <- Meter( name == "a", $x : ( units - ( count - ( big - rate - 0.8 ) ) ) )
            10 <- Meter( name == "a", ( count > 2 ? 10 : 20 ) == 10, $x : ( count > 5 ? 3 : ( rate == 0.2 ? 10 : 1 ) ) )
            yes <- Meter( name == "a", $x : ( count > 2 ? "yes" : "no" ) )
            3 <- Meter( name == "a", $u : units ) accumulate( Meter( $c : count ); $x : count( $c ) ) eval( $u * 2 == 25 )
            1 <- Meter( name == "a", count >= 2L, big < 3000000000, opt == null ) AsOf() $x : Long() from Numbers.whole( 1 )
            1 <- Meter( count < 3000000000, name == "a", count in ( 5, 3000000000 ) ) $x : Long() from Numbers.whole( 1 )
            5.5 <- $m : Meter( name == "a" ) $x : BigDecimal( this > 5.4 ) from $m.count * 1.1
            1 <- costing( 12.5, "a"; ) below( -1; ) below( -3000000000; ) $x : Long() from Numbers.whole( 1 )
            6 <- accumulate( Ping( $n : n ); $x : sum( $n ) )
            7.5 <- accumulate( Ping( $n : n ); $x : sum( $n * 1.25 ) )
            2 <- accumulate( Ping( $n : n ); $x : average( $n ) )
            0.6666666666666666666666666666666667 <- accumulate( Ping( $n : n ); $a : average( $n ) ) accumulate( Ping( n < 3, $n2 : ( n - 1 ) ); $s : sum( $n2 ), $q : average( $n2 * 4 ) ) $x : BigDecimal() from $a / 3
            10000002.6666666667 <- accumulate( Meter( $c : count ); $x : average( $c ) )
            6000000000 <- accumulate( Ping( $n : n ); $x : sum( $n * 1000000000 ) )
            14 <- accumulate( Ping( $n : n, $m : n ); $x : sum( $n * $m ) )
            9 <- accumulate( Ping( $n : n ); $x : max( $n * 3 ) )
            4 <- accumulate( Ping( $n : n ) and exists( Meter( count == $n + 2 ) ); $x : sum( $n ) )
            6 <- accumulate( Ping( $n : n ) and forall( Meter( $c : count ) Meter( this.count == $c, count > 0 ) ); $x : sum( $n ) )
            1 <- Meter( name == "a", units in ( 12.50, 1 ), rate not in ( 0.3, 1 ) ) $x : Long() from Numbers.whole( 1 )
            1 <- $a : Meter( name == "a" ) Meter( name == "b", units == $a.units ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( name == "a", $u : units ) Meter( name == "b", units == $u ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( note == null, note not matches "x.*", name == "a" ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( note not str[startsWith] "x", name == "a", note not contains "y" ) $x : Long() from Numbers.whole( 1 )
            2 <- accumulate( Meter( $c : count, note str[endsWith] "te" || note str[length] 3 ); $x : count( $c ) )
            0 <- accumulate( Meter( note matches ".*", name == "a" ); $x : count( 1 ) )
            2 <- $a : Ping( n == 1 ) $b : Ping( this after[ 1s, 2d ] $a, $x : n )
            1 <- $b : Ping( n == 2 ) Ping( this before $b, $x : n )
            3 <- $a : Ping( n == 2 ) Ping( occurredOn after $a.occurredOn, $x : n )
            2 <- groupby( Ping( $n : n ); $k : $n % 2; $c : count( $n ); $c > 1 ) $x : Long() from Numbers.whole( $c )
            3 <- groupby( Ping( $n : n ); $k : $n > 2; $c : sum( $n ) ) eval( $k == true ) $x : Long() from Numbers.whole( $c )
            2 <- groupby( Ping( $n : n ); $k : ( $n > 2 ? "late" : "soon" ); $c : count( $n ) ) eval( $k == "soon" ) $x : Long() from Numbers.whole( $c )
            2 <- groupby( Ping( $n : n ); $k : $n / 2.0; $c : sum( $n ) ) eval( $k == 1 ) $x : Long() from Numbers.whole( $c )
            1 <- Meter( name == "a", rate > -.3, rate in ( -.5, .2 ) ) $x : Long() from Numbers.whole( 1 )
            12.5 <- Meter( name == "a", $x : pick( count > 2, units, 2 ) )
            12 <- Meter( name == "a", $x : whole( units ) )
            6 <- Meter( name == "a", $x : ( ( count > 2 ? 5 : units ) + 1 ) )
            107 <- $x : Number() from accumulate( Ping( $n : n ), init( int x = 0; x = 100; x++; ), action( x += $n; ), result( x ) )
            12 <- $x : Number() from accumulate( Ping( $n : n ), init( int x = 0; for ( int i = 0; i < 3; i++ ) { x += 2; } ), action( x += $n; ), result( x ) )
            1 <- Meter( -count < 0, name == "a", -( count - 6 ) > 0, -units < -12.4 ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( isBig( units - 10 ), name == "a" ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( units > 12.49999999999999999999, units < 12.50000000000000000001, name == "a" ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( big * 100 / count >= 83, name == "c" ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( big != 9007199254740992, big == 9007199254740993, name == "c" ) $x : Long() from Numbers.whole( 1 )
            1 <- Meter( Math.abs( count - 10 ) > 4, Math.max( units, 13 ) == 13, name == "a" ) $x : Long() from Numbers.whole( 1 )
            """;

    private static final String DONE = """
            3 <- long x = 1; x = x + 2;
            true <- String s = twice( "a" ); boolean x = s == "aa";
            true <- String s = twice( "a" ); boolean x = s.charAt( 0 ) == 'a' && s.equals( "aa" );
            false <- boolean x = twice( "a" ) != "aa";
            2.2 <- BigDecimal x = 1.1; x *= 2;
            3 <- BigDecimal x = 1; x += 2;
            1.5 <- BigDecimal x = 4 > 3 ? 1.5 : 2;
            4000000000 <- long x = 2000000000 + 2000000000;
            3000000000 <- long x = 3000000000;
            3.5 <- BigDecimal x = 7 / 2.0;
            3 <- int x = 7 / 2;
            3 <- int x = (int) 3.99;
            true <- boolean x = 1.50 == 1.5 && 2 == 2.0 && 0.1 + 0.2 == 0.3;
            true <- boolean x = 1 < 1.5 && 1.5 >= 1 && !( 3 <= 2.999 );
            4 <- long x = Math.round( 3.5 );
            -1 <- int x = Math.floorDiv( -1, 2 );
            1.1 <- java.util.List l = new java.util.ArrayList(); l.add( 1.10 ); l.add( 1.1 ); Object x = l.get( 1 ); if ( !l.get( 0 ).equals( x ) ) { x = 0; }
            6 <- int x = 0; for ( int i = 0; i < 4; i++ ) { x += i; }
            a7b <- String x = "a" + 7 + "b";
            12.5 <- Token t = new Token( 3, 12.50 ); Object x = t.getShare();
            10 <- long x = longer( 5 );
            2 <- BigDecimal x = pick( false, 1, 2 );
            7 <- int y = 7; BigDecimal x = y;
            2.5 <- int i = 2; BigDecimal x = i > 1 ? i + 0.5 : i;
            3 <- int i = 2; BigDecimal x = 1; x = i > 1 ? 3 : 0.5;
            1.5 <- int k = 2; BigDecimal x = switch ( k ) { case 1 -> 2; case 2 -> 1.5; default -> 4; };
            4 <- int k = 7; BigDecimal x = switch ( k ) { case 1 -> 2.5; default -> { yield 4; } };
            4.5 <- BigDecimal[] a = { 1, 1.5, 2 }; BigDecimal x = 0; for ( BigDecimal i : a ) { x += i; }
            3.5 <- BigDecimal[] a = new BigDecimal[] { 1, 2 }; a[ 0 ] = 3; BigDecimal x = a[ 0 ] + 0.5;
            7 <- Integer y = 7; Long z = 7; long x = z; if ( y != z ) { x = 0; }
            5 <- short y = 2; y += 3; int x = y;
            b1 <- char c = 'a'; c++; String x = c + 1;
            5000000000 <- int y = 5; long x = 1000000000 * y;
            5000000000 <- int y = 5; long x = 0; x = 1000000000 * y;
            -2.5 <- var x = -5 / 2.0;
            1000000 <- String x = "" + 1e6;
            -3 <- int x = Math.ceil( -3.5 );
            5 <- Token t = new Token( 2 + 3, 1 + 1.5 ); int x = t.getSize();
            """;

    @Test
    void whatConditionsComputeIsRight() {
        List<String> expected = new ArrayList<>();
        List<String> rules = rules(RIGHT, expected, "when Request() %s then decision.term( \"%s\", $x );");
        assertThat(terms(rules)).isEqualTo(numbered(expected));
    }

    @Test
    void whatConsequencesComputeIsRight() {
        List<String> expected = new ArrayList<>();
        List<String> rules = rules(DONE, expected, "when Request() then %s decision.term( \"%s\", x );");
        assertThat(terms(rules)).isEqualTo(numbered(expected));
    }

    private static List<String> rules(String table, List<String> expected, String form) {
        List<String> rules = new ArrayList<>();
        table.lines().forEach(line -> {
            String[] sides = line.split(" <- ", 2);
            expected.add(sides[0]);
            int number = expected.size();
            rules.add("rule \"r" + number + "\" " + form.formatted(sides[1], name(number)) + " end");
        });
        return rules;
    }

    private static String name(int number) {
        return "t" + (100 + number);
    }

    private static Map<String, String> numbered(List<String> expected) {
        Map<String, String> numbered = new TreeMap<>();
        IntStream.range(0, expected.size()).forEach(at -> numbered.put(name(at + 1), expected.get(at)));
        return numbered;
    }

    private static Map<String, String> terms(List<String> rules) {
        Map<String, String> terms = new TreeMap<>();
        assess(rules).forEach((name, value) -> terms.put(name, String.valueOf(value)));
        return terms;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 2147483647; x++;",
                "int x = -2147483647; x -= 2;",
                "int x = Integer.MAX_VALUE + 1;",
                "int x = (int) 3000000000L;",
                "byte x = (byte) 300;",
                "byte x = 127; x++;",
                "short x = 32767; x += 1;",
                "int[] x = { 2147483647 + 1 };",
                "long y = 4000000000; int x = 1; x = y > 1 ? y + 1 : 0;",
                "char x = (char) 70000;",
                "int y = Integer.MIN_VALUE; int x = -y;",
                "int y = Integer.MIN_VALUE; int x = Math.abs( y );",
                "long x = Long.MAX_VALUE; x++;",
                "long x = Long.MIN_VALUE / -1;",
                "long x = 4000000000L * 4000000000L;",
                "int[] a = new int[ 1 ]; a[ 0 ] = 2147483647; a[ 0 ] += 1; int x = a[ 0 ];",
                "long y = 3000000000L; int x = Long.valueOf( y ).intValue();",
                "BigDecimal y = 3000000000.5; int x = y.intValue();",
                "int x = 1; for ( int i = 0; i < 40; i++ ) { x *= 2; }",
                "score.add( 9223372036854775807L ); score.add( 1 ); int x = 0;"
            })
    void whatLeavesItsRangeEndsTheAssessment(String consequence) {
        String step = consequence.contains("score") ? "AsOf()" : "Request()";
        String end = consequence.contains("score") ? " end" : " decision.term( \"x\", (Object) x ); end";
        assertThatThrownBy(() -> assess(List.of("rule \"r\" when " + step + " then " + consequence + end)))
                .isInstanceOf(EvaluationFailedException.class)
                .satisfies(failed ->
                        assertThat(((EvaluationFailedException) failed).rule()).isEqualTo("r"));
    }

    @Test
    void aSumThatLeavesItsRangeIsTheFailureOfItsRule() {
        String rule =
                "rule \"r\" when accumulate( Meter( $b : big ); $x : sum( $b * 1100 ) ) then score.add( $x ); end";
        assertThatThrownBy(() -> assess(List.of(rule)))
                .isInstanceOf(EvaluationFailedException.class)
                .hasMessageContaining("beyond the range of `long`")
                .satisfies(failed ->
                        assertThat(((EvaluationFailedException) failed).rule()).isEqualTo("r"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when Request() then double x = 1; ",
                "when Request() then Object x = 1.5f; ",
                "when Request() then Object x = 2d; ",
                "when Request() then Object x = 0x10; ",
                "when Request() then Object x = 010; ",
                "when Meter( count > 007 ) then int x = 1; ",
                "when Request() then Object x = Math.sqrt( 2 ); ",
                "when Request() then Object x = 1 << 40; ",
                "when Request() then Object x = Double.valueOf( \"1\" ); ",
                "when Request() then Object x = java.lang.Double.MAX_VALUE; ",
                "when Request() then Object x = Float.MIN_VALUE; "
            })
    void binaryFractionsAndDigitsThatAreNoDecimalOnesAreRefused(String rule) {
        List<AuthorProblem> problems = SchemeText.library()
                .rules(TYPES + "rule \"r\" " + rule + " decision.term( \"x\", x ); end")
                .compile()
                .problems();
        assertThat(problems).anyMatch(problem -> problem.preventsGoingLive() && problem.line() > 1);
    }

    private static SortedMap<String, Object> assess(List<String> rules) {
        RuleBase ruleBase = SchemeText.library()
                .rules(TYPES + "rule \"grant\" when Request() then decision.grant(); end\n" + String.join("\n", rules))
                .ruleBase();
        Map<String, Object> a = Map.of(
                "name", "a", "count", 5L, "big", 9L, "units", new BigDecimal("12.50"), "rate", new BigDecimal("0.2"));
        Map<String, Object> b = Map.of(
                "name", "b", "count", 3L, "big", 1L, "units", new BigDecimal("12.5"), "rate", 1L, "note", "note");
        Map<String, Object> c = Map.of(
                "name",
                "c",
                "count",
                30_000_000L,
                "big",
                9_007_199_254_740_993L,
                "units",
                0L,
                "rate",
                0L,
                "note",
                "xyz");
        return Evaluation.assess(new Inquiry(
                        ruleBase,
                        Given.dossier(
                                Given.fact("Meter", "a", "2026-01-01T00:00:00Z", a),
                                Given.fact("Meter", "b", "2026-01-01T00:00:00Z", b),
                                Given.fact("Meter", "c", "2026-01-01T00:00:00Z", c),
                                Given.event("Ping", "p1", "2026-02-01T10:00:00Z", Map.of("n", 1L)),
                                Given.event("Ping", "p2", "2026-02-02T10:00:00Z", Map.of("n", 2L)),
                                Given.event("Ping", "p3", "2026-02-09T10:00:00Z", Map.of("n", 3L))),
                        new Question("lending", new TreeMap<>()),
                        NOW))
                .answer()
                .terms();
    }
}
