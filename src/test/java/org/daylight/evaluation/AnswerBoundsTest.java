package org.daylight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules may put into an answer: data, and not more than can be read and stored. */
class AnswerBoundsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TYPES = """
            declare enum Kind NOVEL, MAP; end
            declare Loan extends Event
                book : String
                days : int
                kind : Kind
                due : LocalDate
            end
            declare Token
                n : int
                what : Object
            end
            function java.util.List two( Object a, Object b ) { java.util.List l = new java.util.ArrayList(); l.add( a ); l.add( b ); return l; }
            function Object thing() { return new Object(); }
            function Object long1() { return "x".repeat( 9000 ); }
            """;

    private static RuleBase rules(String text) {
        return SchemeText.library().rules(TYPES + text).ruleBase();
    }

    private static Inquiry asked(RuleBase rules, int loans) {
        List<Statement> statements = IntStream.range(0, loans)
                .mapToObj(i -> Given.event(
                        "Loan",
                        "loan-" + i,
                        "2026-10-01T10:00:00Z",
                        Map.of("book", "Emma", "days", (long) i, "kind", "NOVEL", "due", "2026-01-20")))
                .toList();
        return new Inquiry(rules, Given.dossier(statements), null, NOW);
    }

    private static EvaluationFailedException failure(String rules, int loans) {
        Inquiry asked = asked(rules(rules), loans);
        return catchThrowableOfType(EvaluationFailedException.class, () -> Evaluation.assess(asked));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "$l.book | Emma",
                "$l.days | 0",
                "$l.kind | NOVEL",
                "$l.due | 2026-01-20",
                "$l.due.year | 2026",
                "$l.due.dayOfWeek | TUESDAY",
                "$l.occurredOn | 2026-10-01",
                "$all | [Emma, NOVEL]",
                "$p | 12.5",
                "$set | [Emma]",
                "$object | true"
            })
    void aReasonShowsData(String place, String shown) {
        // given
        Inquiry asked = asked(
                rules("rule R @reason( \"{" + place + "}\" ) when $l : Loan( $b : book, $k : kind )"
                        + " $all : java.util.List() from collect( String() from two( $b, \"NOVEL\" ) )"
                        + " $p : BigDecimal() from BigDecimal.valueOf( 125, 1 )"
                        + " accumulate( Loan( $book : book ); $set : collectSet( $book ) )"
                        + " $object : Object() from Boolean.TRUE then score.add( 1 ); end"),
                1);
        // when
        Assessment assessment = Evaluation.assess(asked);
        // then
        assertThat(assessment.trace().get(0).reason()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$t",
                "$l",
                "$t.class",
                "$k.declaringClass",
                "$k.declaringClass.classLoader",
                "$d.chronology",
                "$o",
                "$m"
            })
    void aReasonThatShowsTheMachineIsRefused(String place) {
        // when
        var problems = org.daylight.rulebase.RuleCompiler.compile(
                        "library",
                        SchemeText.library()
                                .rules(TYPES + "rule R @reason( \"{" + place
                                        + "}\" ) when $l : Loan( $k : kind, $d : due ) $t : Token() AsOf( $i : instant )"
                                        + " $o : java.util.Optional() from java.util.Optional.of( $k )"
                                        + " $m : java.util.Map() from java.util.Collections.emptyMap()"
                                        + " then score.add( 1 ); end")
                                .folder())
                .problems();
        // then
        assertThat(problems).anyMatch(problem -> problem.code().toString().equals("bad-reason"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thing()",
                "two( thing(), 1 )",
                "two( two( 1, 2 ), 3 )",
                "java.util.Optional.of( \"x\" )",
                "two( new int[ 1 ], 1 )",
                "two( score, 1 )"
            })
    void whatTurnsOutToBeNoDataIsNotShown(String value) {
        // when
        EvaluationFailedException failed = failure(
                "function Object made( org.daylight.vocabulary.ScoreActions score ) { return " + value + "; }"
                        + " rule A salience 1 when Loan() then insert( new Token( 1, made( score ) ) ); end"
                        + " rule R @reason( \"{$w}\" ) when Token( $w : what ) then score.add( 1 ); end",
                1);
        // then
        assertThat(failed).isNotNull();
        assertThat(failed.getMessage()).doesNotContain("@", "java.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "a reason of more than 10000 letters | 1 | rule R @reason( \"{$x} {$x}\" ) when Loan() $x : Object() from long1() then score.add( 1 ); end",
                "an answer of more than | 3000 | rule R @reason( \"{$x}\" ) when Loan() $x : Object() from long1() then score.add( 1 ); end",
                "an answer of more than | 300 | rule R when accumulate( Loan(); $n : count( 1 ) ) then for ( int i = 0; i < 9000; i++ ) { score.add( 1 ); } end",
                "an answer of more than | 1 | rule R when Loan() then for ( int i = 0; i < 2000; i++ ) { decision.term( \"t\" + i, \"y\".repeat( 9900 ) ); } end",
                "an answer of more than | 300 | rule R when accumulate( Loan( $d : days ); $all : collectList( $d ) ) Integer( $i : this ) from $all then insert( new Token( $i, null ) ); end rule S when Token( $n : n ) Loan( days < 30 ) then score.add( 1 ); end",
                "more than 20000 times | 1 | rule R when Loan() then for ( int i = 0; i < 30000; i++ ) { decision.grant(); } end",
                "more than 20000 times | 1 | rule R when Loan() then for ( int i = 0; i < 30000; i++ ) { try { score.add( 1 ); } catch ( Exception e ) { } } end",
                "something else | 1 | rule R when Loan() then decision.term( \"t\", new Object() ); end"
            })
    void anAnswerOutOfBoundsIsNotMade(String bound, int loans, String rules) {
        // when
        EvaluationFailedException failed = failure(rules, loans);
        // then
        assertThat(failed).hasMessageContaining(bound);
        assertThat(failed.rule()).isIn("R", "S");
    }
}
