package org.daylight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that fails when it runs names itself, its file and the line, wherever in it the failing code stands. */
class FailingRuleTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T12:00:00Z");

    /** Conditions that fail stand on line 14, and consequences on lines 16 and 17. */
    private static final String RULES = """
            declare Loan extends Event
                days : int
                item : String @optional
            end declare Share n : int end
            function int share( int days ) { return 10 / ( days - 9 ); }
            rule "Sound" @reason( "Something was lent" )
            when Loan() then score.add( 1 ); end

            rule "At fault"
                @reason( "Something was lent for long" )
            when
                Loan( days > 1 )
                %s
            then
                %s
            end
            rule "After it" @reason( "Something else was lent" )
            when Loan( days > 100 ) then score.add( 1 ); end
            declare enum Kind NOVEL, MAP; end
            """;

    private static EvaluationFailedException failure(String condition, String consequence) {
        RuleBase rules = SchemeText.library()
                .rules(RULES.formatted(condition, consequence))
                .ruleBase();
        var dossier = Given.dossier(Given.event("Loan", "l", "2026-04-01T10:00:00Z", Map.of("days", 9L)));
        return catchThrowableOfType(
                EvaluationFailedException.class, () -> Evaluation.assess(new Inquiry(rules, dossier, null, NOVEMBER)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            a condition on one datum    ~ Loan( days > 2, 10 / ( days - 9 ) > 3 ) ~ 14
            one that joins two          ~ $l : Loan() Loan( 10 / ( days - $l.days ) > 3 ) ~ 14
            one that calls a function   ~ Loan( share( days ) > 3 ) ~ 14), in function `share` (rules.drl:6
            one inside of a not         ~ not Loan( 10 / ( days - 9 ) > 3 ) ~ 14
            one that is counted         ~ accumulate( Loan( 10 / ( days - 9 ) > 3 ); $n : count( 1 ) ) ~ 14
            a value that is absent      ~ Loan( item.length() > 3 ) ~ 14
            code of its own             ~ $l : Loan( $d : days ) eval( 10 / ( $d - 9 ) > 3 ) ~ 14
            what is summed up           ~ accumulate( Loan( $d : days ); $n : sum( 10 / ( $d - 9 ) ) ) ~ 14
            what is computed            ~ Loan( $d : days ) $n : Long() from Numbers.truncated( 10, $d - 9 ) ~ 14
            """)
    void aConditionThatFailsNamesItsRuleAndLine(String what, String condition, String line) {
        EvaluationFailedException failure = failure(condition, "score.add( 1 );");

        assertThat(failure.where()).as(what).isEqualTo("rule `At fault` (rules.drl:" + line + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            computing        ~ score.add( 10 / ( $d - 9 ) );                          ~ 16) ~ could not compute: division by zero
            behind another   ~ score.add( 1 );<LF> score.add( 10 / ( $d - 9 ) );        ~ 17) ~ could not compute: division by zero
            on two lines     ~ score.add( 1 +<LF> 10 / ( $d - 9 ) );                    ~ 16) ~ could not compute: division by zero
            inside of an if  ~ if ( $d == 9 ) {<LF> score.add( 10 / ( $d - 9 ) ); }     ~ 17) ~ could not compute: division by zero
            inside of a loop ~ for ( int i = 8; i < 10; i++ ) {<LF> score.add( 10 / ( i - 9 ) ); } ~ 17) ~ could not compute: division by zero
            what is inserted ~ score.add( 1 );<LF> insert( new Share( 10 / ( $d - 9 ) ) ); ~ 17) ~ could not compute: division by zero
            a function       ~ score.add( 1 );<LF> score.add( share( $d ) );            ~ 17), in function `share` (rules.drl:6) ~ could not compute: division by zero
            a choice         ~ Kind.valueOf( "SONG" );                                 ~ 16) ~ read a text as a choice that is none
            points too late  ~ while ( true ) { score.add( 0 ); }                     ~ 10) ~ inserted, changed, scored and decided more than
            """)
    void aConsequenceThatFailsNamesItsRuleAndTheLineOfItsStatement(
            String what, String consequence, String line, String message) {
        EvaluationFailedException failure = failure("Loan( $d : days )", consequence.replace("<LF>", "\n"));

        assertThat(failure.where()).as(what).isEqualTo("rule `At fault` (rules.drl:" + line);
        assertThat(failure).hasMessageStartingWith(message);
    }

    @Test
    void rulesThatSayTheSameAreToldApartWhenOneFails() {
        RuleBase rules = SchemeText.library().rules("""
                declare Loan extends Event
                    days : int
                end
                rule "Long" @reason( "Long" )
                when Loan( $d : days, days > 100 )
                then score.add( 10 / ( $d - 9 ) );
                end
                rule "Short" @reason( "Short" )
                when Loan( $d : days )
                then
                    score.add( 10 / ( $d - 9 ) );
                end
                """).ruleBase();
        var dossier = Given.dossier(Given.event("Loan", "l", "2026-04-01T10:00:00Z", Map.of("days", 9L)));

        EvaluationFailedException failure = catchThrowableOfType(
                EvaluationFailedException.class, () -> Evaluation.assess(new Inquiry(rules, dossier, null, NOVEMBER)));

        assertThat(failure.where()).isEqualTo("rule `Short` (rules.drl:12)");
    }

    @Test
    void aQueryThatFailsIsCalledOne() {
        RuleBase rules = SchemeText.library().rules("""
                declare Loan extends Event
                    days : int
                end
                query longerThan( int n )
                    Loan( 10 / ( days - 9 ) > n )
                end
                rule "Asks" @reason( "Asks" )
                when longerThan( 3; )
                then score.add( 1 );
                end
                """).ruleBase();
        var dossier = Given.dossier(Given.event("Loan", "l", "2026-04-01T10:00:00Z", Map.of("days", 9L)));

        EvaluationFailedException failure = catchThrowableOfType(
                EvaluationFailedException.class, () -> Evaluation.assess(new Inquiry(rules, dossier, null, NOVEMBER)));

        assertThat(failure.where()).isEqualTo("query `longerThan` (rules.drl:6)");
    }

    @Test
    void aLongTextThatIsThrownIsToldInPart() {
        EvaluationFailedException failure =
                failure("Loan( $d : days )", "throw new IllegalStateException( \"x\".repeat( 90000 ) );");

        assertThat(failure).hasMessage("failed: " + "x".repeat(200) + "…");
    }

    @Test
    void aConditionThatFailsOverWhatAnotherRuleInsertsIsItsOwnRulesFault() {
        RuleBase rules =
                SchemeText.library().rules("""
                declare Loan extends Event
                    days : int
                end
                declare Long
                    days : int
                end
                rule "Inserts"
                when Loan( $d : days ) then insert( new Long( $d ) ); end
                rule "Divides"
                when
                    Long( 10 / ( days - 9 ) > 3 )
                then score.add( 1 ); end
                """.replace("Long", "LongLoan")).ruleBase();
        var dossier = Given.dossier(Given.event("Loan", "l", "2026-04-01T10:00:00Z", Map.of("days", 9L)));

        EvaluationFailedException failure = catchThrowableOfType(
                EvaluationFailedException.class, () -> Evaluation.assess(new Inquiry(rules, dossier, null, NOVEMBER)));

        assertThat(failure.where()).isEqualTo("rule `Divides` (rules.drl:12)");
    }
}
