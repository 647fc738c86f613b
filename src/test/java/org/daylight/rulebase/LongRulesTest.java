package org.daylight.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daylight.fixture.SchemeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules longer than what the engine and the Java compiler take are told in the author's words, at their place and with a way out. */
class LongRulesTest {
    private static final String RULES = """
            declare Loan extends Event
                days : int
            end
            %s
            rule "Long one"
                @reason( "Lent" )
            when
                Loan( $d : days, %s )
            then
                %s
            end
            """;

    private static String repeated(int times, String separator, String text) {
        return IntStream.range(0, times)
                .mapToObj(number -> text.replace("#", String.valueOf(number)))
                .collect(Collectors.joining(separator));
    }

    private static Compilation compile(String before, String condition, String consequence) {
        return SchemeText.library()
                .rules(RULES.formatted(before, condition, consequence))
                .compile();
    }

    private static String told(Compilation compilation) {
        return compilation.problems().stream()
                .filter(problem -> problem.preventsGoingLive())
                .map(problem ->
                        problem.line() + " " + problem.code() + " " + problem.message() + " -> " + problem.fix())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ' || '~ days == # ~ more than 300 operators
            ' && '~ days != # ~ more than 300 operators
            ', '  ~ days != # ~ more than 300 operators
            """)
    void aLongChainInAConditionIsToldAtItsRule(String separator, String part, String told) {
        Compilation compilation = compile("", repeated(9_000, separator.replace("'", ""), part), "score.add( 1 );");

        assertThat(told(compilation))
                .isEqualTo(
                        "9 too-large " + told + " stand in one pair of parentheses or one statement in rule `Long one`"
                                + " -> divide it, write `in ( … )`, or put what it lists into a parameter table");
    }

    @Test
    void aLongListIsToldAtItsRule() {
        Compilation compilation = compile("", "days in ( " + repeated(9_000, ", ", "#") + " )", "score.add( 1 );");

        assertThat(told(compilation)).startsWith("9 too-large more than 1000 values stand in a row in rule `Long one`");
    }

    @Test
    void aLongSumInAConsequenceIsToldAtItsRule() {
        Compilation compilation = compile("", "days > 1", "score.add( " + repeated(5_000, " + ", "$d") + " );");

        assertThat(told(compilation)).startsWith("11 too-large more than 300 operators");
    }

    @Test
    void aLongFunctionIsToldByItsName() {
        String function =
                "function int much( int n ) { int x = n; " + repeated(9_000, " ", "x = x + 7 * n;") + " return x; }";
        Compilation compilation = compile(function, "much( days ) > 1", "score.add( 1 );");

        assertThat(told(compilation)).startsWith("5 too-large more than 8000 words and signs stand in function `much`");
    }

    @Test
    void aLongListOfChoicesIsToldByItsName() {
        String choices = "declare enum Many " + repeated(6_000, ", ", "C#") + "; end";
        Compilation compilation = compile(choices, "days > 1", "score.add( 1 );");

        assertThat(told(compilation)).startsWith("5 too-large more than 1000 values stand in a row in `Many`");
    }

    @Test
    void whatIsNoLongerThanAllowedIsBuilt() {
        String function =
                "function int much( int n ) { int x = n; " + repeated(950, " ", "x = x + 7 * n;") + " return x; }";
        String condition = "days in ( " + repeated(1_000, ", ", "#") + " ), ( " + repeated(149, " || ", "days == #")
                + " ), much( days ) > 1";
        Compilation compilation = compile(function, condition, "score.add( " + repeated(300, " + ", "$d") + " );");

        assertThat(told(compilation)).isEmpty();
    }

    @Test
    void aNameOfAThousandRulesIsToldOnceWithItsLines() {
        String rules = repeated(1_400, "\n", "rule \"Same\" when Loan( days > # ) then score.add( 1 ); end");
        Compilation compilation = compile(rules, "days > 1", "score.add( 1 );");

        assertThat(told(compilation))
                .startsWith("6 duplicate-rule `Same` is the name of another rule at rules.drl:5, rules.drl:7,")
                .contains(" and 1393 more")
                .doesNotContain("\n");
    }

    @Test
    void hundredsOfNamesThatAreGivenTwiceAreTold() {
        String rules = repeated(700, "\n", "rule \"R#\" when Loan() then end rule \"R#\" when Loan() then end");
        Compilation compilation = compile(rules, "days > 1", "score.add( 1 );");

        assertThat(told(compilation).lines()).hasSize(700).allMatch(line -> line.contains(" duplicate-rule "));
    }
}
