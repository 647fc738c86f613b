package org.daylight.rulebase.sandbox;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.TwoWays;
import org.daylight.scheme.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language offers to honest rules goes through the sandbox, and gives the right points. */
class HonestRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String TYPES = """
            declare enum Kind NOVEL, MAP; end
            declare Loan extends Event
                book : String
                days : int
                kind : Kind
                due : LocalDate
                price : BigDecimal @optional
            end
            declare LongLoan extends Loan
                weeks : int
            end
            declare Member extends Fact
                since : LocalDate
            end
            declare Streak
                length : int
                note : String = "made by " + "a rule"
            end
            """;

    static final List<Statement> STATEMENTS = List.of(
            Given.event(
                    "Loan",
                    "a",
                    "2026-01-10T10:00:00Z",
                    Map.of("book", "Emma", "days", 3L, "kind", "NOVEL", "due", "2026-01-20")),
            Given.event(
                    "Loan",
                    "b",
                    "2026-02-10T10:00:00Z",
                    Map.of("book", "Atlas", "days", 30L, "kind", "MAP", "due", "2026-02-20")),
            Given.event(
                    "Loan",
                    "c",
                    "2026-03-10T10:00:00Z",
                    Map.of(
                            "book",
                            "Emma",
                            "days",
                            10L,
                            "kind",
                            "NOVEL",
                            "due",
                            "2026-03-15",
                            "price",
                            new java.math.BigDecimal("12.50"))),
            Given.event(
                    "LongLoan",
                    "d",
                    "2026-04-10T10:00:00Z",
                    Map.of("book", "Tides", "days", 70L, "kind", "MAP", "due", "2026-07-01", "weeks", 10L)),
            Given.fact("Member", "m", "2026-01-01T00:00:00Z", Map.of("since", "2020-02-29")));

    private static Arguments rule(long points, String rules) {
        return Arguments.of(points, rules);
    }

    /** With more than ten rules that share a condition, and from a thousand rules on, the engine's generator writes other code. */
    private static String sharedCondition(int rules) {
        return IntStream.range(0, rules)
                .mapToObj(number -> "rule r" + number + " when Loan( days == 3 ) then score.add( 1 ); end\n")
                .collect(joining());
    }

    static Stream<Arguments> honest() {
        return Stream.of(
                rule(20, sharedCondition(20)),
                // Half of the thousand points are cut off by the ceiling.
                rule(500, sharedCondition(1000)),
                rule(113, "rule a when accumulate( Loan( $d : days ); $s : sum( $d ) ) then score.add( $s ); end"),
                rule(4, "rule a when accumulate( Loan(); $n : count( 1 ) ) then score.add( $n ); end"),
                rule(
                        67,
                        "rule a when accumulate( Loan( $d : days ); $l : min( $d ), $h : max( $d ) ) then score.add( $h - $l ); end"),
                rule(
                        28,
                        "rule a when accumulate( Loan( $d : days ); $a : average( $d ) ) then score.add( $a.longValue() ); end"),
                rule(1, "rule a when not Loan( days > 100 ) then score.add( 1 ); end"),
                rule(1, "rule a when exists( Loan( kind == Kind.MAP ) ) then score.add( 1 ); end"),
                rule(1, "rule a when forall( Loan( days > 2 ) ) then score.add( 1 ); end"),
                rule(
                        1,
                        "rule a when forall( $l : Loan( kind == Kind.NOVEL ) Loan( this == $l, book == \"Emma\" ) ) then score.add( 1 ); end"),
                rule(
                        4,
                        "rule a when $all : java.util.List( size > 2 ) from collect( Loan() ) then score.add( $all.size() ); end"),
                rule(2, "rule a when Loan( book == \"Emma\" || book == \"Nobody\" ) then score.add( 1 ); end"),
                rule(3, "rule a when ( Loan( days > 50 ) or Loan( kind == Kind.NOVEL ) ) then score.add( 1 ); end"),
                rule(2, "rule a when Loan( book in ( \"Atlas\", \"Tides\" ) ) then score.add( 1 ); end"),
                rule(2, "rule a when Loan( book not in ( \"Atlas\", \"Tides\" ) ) then score.add( 1 ); end"),
                rule(2, "rule a when Loan( book matches \"E.*a\" ) then score.add( 1 ); end"),
                rule(1, "rule a when Loan( book contains \"tla\" ) then score.add( 1 ); end"),
                rule(2, "rule a when Loan( book.startsWith( \"E\" ), book.length() == 4 ) then score.add( 1 ); end"),
                rule(1, "rule a when Loan( price != null, price > 10.5 ) then score.add( 1 ); end"),
                rule(
                        1,
                        "rule a when $a : Loan( $b : book ) Loan( this != $a, book == $b, occurredOn > $a.occurredOn ) then score.add( 1 ); end"),
                rule(2, "rule a when Loan( due < LocalDate.of( 2026, 3, 1 ) ) then score.add( 1 ); end"),
                rule(
                        1,
                        "rule a when Loan( due.dayOfWeek == DayOfWeek.FRIDAY, due.month == Month.FEBRUARY ) then score.add( 1 ); end"),
                rule(
                        1,
                        "declare enum Month FIRST, LAST; end declare Bill month : Month end rule a when Loan( days == 30 ) then insert( new Bill( Month.LAST ) ); end rule b when Bill( month == Month.LAST ) then score.add( 1 ); end"),
                rule(2, "rule a when Loan( book == 'Emma' ) then score.add( 1 ); end"),
                rule(2, "rule a when Loan( $b : book, book.substring( 0, 1 ) == 'E' ) then score.add( 1 ); end"),
                rule(
                        3,
                        "rule a when AsOf( $t : date ) Loan( due.plusMonths( 8 ).plusDays( 8 ) <= $t, $d : due ) then score.add( 1 ); end"),
                rule(
                        6,
                        "rule a when AsOf( $t : date ) Member( $s : since ) then score.add( ChronoUnit.YEARS.between( $s, $t ) ); end"),
                rule(
                        6,
                        "rule a when AsOf( $t : date ) Member( $s : since ) then score.add( Period.between( $s, $t ).getYears() ); end"),
                rule(
                        37,
                        "rule a when Loan( days == 30, $n : ( Numbers.truncated( 125 * days, 100 ) ) ) then score.add( $n ); end"),
                rule(
                        40,
                        "rule a when Member( $s : since ) Loan( days == 30, $o : occurredOn ) $d : LocalDate() from Periods.later( $s, $o )"
                                + " then score.add( Numbers.roundedUp( 12 * $d.getYear(), 1000 ) + Numbers.within( 1, 99, 15 ) ); end"),
                rule(
                        6,
                        "rule a when AsOf( $t : date ) Member( Periods.yearsBetween( since, $t ) == 6, $s : since )"
                                + " then score.add( Periods.yearsBetween( $s, $t ) ); end"),
                rule(10, "rule a when LongLoan( $w : weeks ) then score.add( $w ); end"),
                rule(
                        6,
                        "rule a when Loan( days > 5 ) then score.add( 1 ); end rule b extends a when Member() then score.add( 1 ); end"),
                rule(
                        12,
                        "rule a when accumulate( Loan(); $n : count( 1 ) ) then insert( new Streak( $n.intValue(), \"x\" ) ); end"
                                + " rule b when Streak( $l : length ) then score.add( 3 * $l ); end"),
                rule(
                        6,
                        "function int twice( int n ) { return 2 * n; } rule a when Loan( days == 3, $d : days ) then score.add( twice( $d ) ); end"),
                rule(
                        3,
                        "rule a when Member() then int n = 0; for ( int i = 0; i < 3; i++ ) { n = n + 1; } score.add( n ); end"),
                rule(
                        2,
                        "rule a when Member() then java.util.List l = new java.util.ArrayList(); l.add( \"x\" ); l.add( \"y\" ); score.add( l.size() ); end"),
                rule(
                        7,
                        "rule a when Loan( book == \"Tides\", $b : book ) then String s = $b + \"-\" + 1; score.add( s.length() ); end"),
                rule(1, "rule a dialect \"mvel\" when $l : Loan( days == 3 ) then score.add( 1 ); end"),
                rule(
                        1,
                        "rule a when Loan( $k : kind, days == 30 ) then switch ( $k ) { case MAP: score.add( 1 ); break; default: score.add( 2 ); } end"),
                rule(
                        13,
                        "rule a when Loan( $p : price, price != null ) then score.add( $p.setScale( 0, java.math.RoundingMode.HALF_UP ).longValue() ); end"),
                rule(5, "rule a when Loan( days == 3 ) then Runnable r = () -> score.add( 5 ); r.run(); end"),
                rule(
                        2,
                        "query longer( int $than ) Loan( days > $than ) end rule a when ?longer( 20; ) then score.add( 1 ); end"),
                rule(
                        30,
                        "rule a when Number( $n : intValue ) from accumulate( Loan( kind == Kind.NOVEL, $d : days ), init( int t = 17; )"
                                + " action( t += $d; ) result( Integer.valueOf( t ) ) ) then score.add( $n ); end"),
                rule(1, "rule a salience ( $d ) when Loan( $d : days, days == 3 ) then score.add( 1 ); end"),
                rule(
                        4,
                        "rule a when $l : java.util.ArrayList( size > 2 ) from collect( Loan() ) then score.add( $l.size() ); end"),
                rule(
                        2,
                        "rule a when accumulate( Loan( $k : kind ); $s : collectSet( $k ) ) then score.add( $s.size() ); end"),
                rule(
                        4,
                        "rule a when accumulate( Loan( $b : book ); $s : collectList( $b ) ) then for ( Object o : $s ) { score.add( 1 ); } end"),
                rule(
                        147,
                        "rule a when accumulate( Loan( $d : days ); $s : sum( $d ), $n : count( $d ), $l : min( $d ), $h : max( $d ), $a : average( $d ); $n > 3 )"
                                + " then score.add( $s + $n + $l - $h + $a.longValue() + $h - $l + 2 ); end"),
                rule(
                        30,
                        "rule a when accumulate( Loan( $d : days ); $h : max( $d ) ) Loan( days < $h, days > 20, $d : days ) then score.add( $d ); end"),
                rule(1, "rule a when not( Loan( days > 3 ) and Loan( days < 0 ) ) then score.add( 1 ); end"),
                rule(1, "rule a when exists( Loan( days > 50 ) or Loan( days < 0 ) ) then score.add( 1 ); end"),
                rule(6, "rule a when Loan( $a : days ) Loan( days > $a ) then score.add( 1 ); end"),
                rule(
                        3,
                        "rule a when $a : Loan() $b : Loan( occurredOn > $a.occurredOn.plusDays( 50 ), this != $a ) then score.add( 1 ); end"),
                rule(
                        2,
                        "rule a when AsOf( $t : date ) Loan( occurredOn >= $t.minusMonths( 9 ), occurredOn < $t.minusMonths( 7 ) ) then score.add( 1 ); end"),
                rule(
                        1,
                        "rule a when Loan( occurredOn == \"2026-01-10\" || days == -1 || book == \"Emma\" && days == 3 ) then score.add( 1 ); end"
                                .replace("occurredOn == \"2026-01-10\" || ", "")),
                rule(
                        3,
                        "rule a when $m : Member() Loan( occurredAt > $m.validAt, days >= 10 ) then score.add( 1 ); end"),
                rule(2, "rule a when $b : Loan( days == 3 ) Loan( book matches $b.book ) then score.add( 1 ); end"),
                rule(2, "rule a when $b : Loan( days == 3 ) Loan( book not matches $b.book ) then score.add( 1 ); end"),
                rule(
                        2,
                        "rule a when accumulate( Loan( kind == Kind.MAP, $b : book ); $s : collectList( $b ) ) Loan( book memberOf $s ) then score.add( 1 ); end"),
                rule(4, "rule a when Loan( $twice : ( days * 2 ), $twice == 20 ) then score.add( 4 ); end"),
                rule(1, "rule a when Loan( ( days + 1 ) * 2 > 100 ) then score.add( 1 ); end"),
                rule(3, "rule a when Loan( days == 3, $d : days ) then score.add( $d > 2 ? 3 : 4 ); end"),
                rule(
                        8,
                        "rule a when Loan( days == 3, $d : days ) then score.add( Math.max( Math.abs( -8 ), Math.floorDiv( $d, 2 ) ) ); end"),
                rule(
                        4,
                        "rule a when Loan( book.toUpperCase() == \"ATLAS\", $b : book ) then score.add( $b.trim().substring( 1 ).replace( \"t\", \"\" ).length() + $b.indexOf( \"t\" ) ); end"),
                rule(2, "rule a when Loan( due.monthValue == 2 || due.monthValue == 7 ) then score.add( 1 ); end"),
                rule(
                        14,
                        "rule a when Loan( days == 3, $d : due ) then score.add( ChronoUnit.DAYS.between( LocalDate.of( 2026, 1, 6 ), $d ) ); end"),
                rule(
                        31,
                        "rule a when Loan( days == 3, $d : due ) then score.add( $d.withDayOfMonth( 1 ).plusMonths( 1 ).minusDays( 1 ).getDayOfMonth() ); end"),
                rule(2, "rule a when Loan( kind in ( Kind.MAP ) ) then score.add( 1 ); end"),
                rule(
                        5,
                        "rule a no-loop when $s : Streak( length < 5 ) then modify( $s ) { setLength( 5 ) } end"
                                + " rule b when Member() then insert( new Streak( 1, \"x\" ) ); end rule c when Streak( length == 5, $l : length ) then score.add( $l ); end"),
                rule(
                        1,
                        "rule a when Member() then Streak s = new Streak(); s.setLength( 1 ); insert( s ); end rule b when Streak( note == \"made by a rule\", $l : length ) then score.add( $l ); end"),
                rule(
                        6,
                        "declare Basket items : java.util.List end rule a when accumulate( $l : Loan( days > 5 ); $s : collectList( $l ) ) then insert( new Basket( $s ) ); end"
                                + " rule b when Basket( $i : items, items.size() == 3 ) then score.add( 2 * $i.size() ); end"),
                rule(
                        30,
                        "function int most( java.util.List l ) { java.util.List m = new java.util.ArrayList( l ); java.util.Collections.sort( m, ( a, b ) -> ((Integer) b).compareTo( (Integer) a ) ); return (Integer) m.get( 1 ); }"
                                + " rule a when accumulate( Loan( $d : days ); $s : collectList( $d ) ) then score.add( most( $s ) ); end"),
                rule(
                        26,
                        "rule a when Member() then java.util.Map m = new java.util.LinkedHashMap(); m.put( \"a\", 1 ); m.put( \"b\", null ); score.add( m.toString().length() + ( \"\" + m.entrySet() ).length() ); end"),
                rule(
                        24,
                        "rule a when Member() then StringBuilder b = new StringBuilder(); for ( int i = 0; i < 6; i++ ) { b.append( i ).append( \",\" ).append( Long.valueOf( i ) ).append( (Object) \"z\" ); } score.add( b.toString().length() ); end"),
                rule(2, "rule a when Member() then final int n = 2; int[] a = new int[n]; score.add( a.length ); end"),
                rule(
                        1,
                        "rule a when Loan( days == 3, $b : book ) then switch ( $b ) { case \"Emma\": score.add( 1 ); break; default: score.add( 2 ); } end"),
                rule(
                        113,
                        "rule a dialect \"mvel\" when $l : Loan( $d : days ) then if ( $d > 0 ) { score.add( $l.days ); } end"),
                rule(4, "rule \"Ünïcödé → ☃ (50 %)\" when Loan() then score.add( 1 ); end"),
                rule(
                        8,
                        "rule a when $s : Streak( length == 1 ) then modify( $s ) { setLength( 8 ) } end"
                                + " rule b when Member() then insert( new Streak( 1, \"x\" ) ); end"
                                + " rule c when Streak( length > 1, $l : length ) then score.add( $l ); end"));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void isAcceptedAndRight(long points, String rules) {
        // when
        Assessment assessed = Evaluation.assess(new Inquiry(
                SchemeText.library().rules(TYPES + rules).ruleBase(), Given.dossier(STATEMENTS), null, NOW));
        // then
        assertThat(assessed.scored().orElseThrow().score()).isEqualTo(500 + points);
    }

    /** Queries are not walked; what was modified looks, afterwards, as if it had never matched. */
    static Stream<Arguments> walkable() {
        return honest().filter(arguments -> !String.valueOf(arguments.get()[1]).matches("(?s).*(query |modify\\().*"));
    }

    @ParameterizedTest
    @MethodSource("walkable")
    void isMatchedAlikeByTheEngineAndByHand(long points, String rules) {
        TwoWays.agree(new Inquiry(
                SchemeText.library().rules(TYPES + rules).ruleBase(), Given.dossier(STATEMENTS), null, NOW));
    }
}
