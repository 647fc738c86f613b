package org.daylight.rulebase.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.SchemeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileParserTest {
    private final Problems problems = new Problems();

    private List<SourceFile> parse(String id, String rules) {
        TreeMap<String, byte[]> files = new TreeMap<>(
                SchemeText.library().with("rules.drl", rules).folder().files());
        Scheme scheme =
                SchemeReader.read(id, new SchemeFolder(files), new Problems()).orElseThrow();
        return RuleFileParser.parse(scheme, problems);
    }

    private List<String> rulesRead(String rules) {
        return parse("library", rules).stream()
                .flatMap(file -> file.content().getRules().stream())
                .map(rule -> rule.getName())
                .toList();
    }

    @Test
    void thePackageOfASchemeWithHyphensHasUnderscores() {
        parse("my-library", "package my-library\nrule \"A\" when AsOf() then end");

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.WRONG_PACKAGE);
            assertThat(problem.fix()).isEqualTo("begin the file with `package my_library`, with `_` for each `-`");
        });
    }

    /** A slip in one must leave the two others readable, and be told once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rule \"B\" when AsOf() then end",
                "rule \"B\" when AsOf() then",
                "rule \"B\" when AsOf( then end",
                "rule \"B\" when AsOf() ) then end",
                "rule \"B\" when AsOf( date = null ) then end",
                "rule \"B\" when AsOf( date == == null ) then end",
                "rule \"B\" when AsOf() end",
                "rule “B” when AsOf() then end",
                "rule \"B when AsOf() then end",
                "rule 'B' when AsOf() and then end",
                "declare B x : = end",
                "declare B\n x int\nend",
                "function int b() { return 1;",
                "query \"B\" AsOf( end",
                "import",
                "import java.time.",
                "global x",
                "# B",
                "when AsOf() then end",
            })
    void aMistakeInOneRuleHidesNoOther(String mistake) {
        String sound = "rule \"%s\"\nwhen\n    AsOf()\nthen\nend\n\n";

        List<String> read =
                rulesRead("package library\n\n" + sound.formatted("A") + mistake + "\n\n" + sound.formatted("C"));

        assertThat(read).contains("A", "C");
        assertThat(problems.sorted()).as(mistake).hasSize(1);
        assertThat(problems.sorted().get(0).line()).isBetween(8, 10);
    }

    @Test
    void whatIsWellWrittenIsReadAsItIs() {
        String rules = """
                package library;
                // “Comments” – and texts – hold what they like: Rule "x", end
                declare Rule1
                    rule : String
                    query : String
                    end1 : int
                end
                rule "It’s “so” – really"
                when
                    Rule1( rule == "Rule \\"x\\" end – «»", query == 'one' )
                    and
                    AsOf()
                then
                    String end1 = "then";
                end
                """;

        List<SourceFile> files = parse("library", rules);

        assertThat(problems.sorted()).isEmpty();
        assertThat(files).singleElement().extracting(SourceFile::text).isEqualTo(rules);
    }

    /** Twice the text must not take four times as long; the bound is far above what a linear reading takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule x\n",
                "Rule \"x\" when AsOf( then\n",
                "declare A%1$d extends A%2$d x : : end\n",
                "“\n",
                "\u200D",
                "( \n",
                "rule \"%1$d\" when AsOf( date = x and ) then end\n",
                "'\n",
                "end\n",
                "# x\n",
            })
    void muchThatIsWrongIsReadInLinearTime(String line) {
        String rules = "package library\n"
                + IntStream.range(0, 400_000 / line.length())
                        .mapToObj(number -> line.formatted(number, number + 1))
                        .collect(Collectors.joining());
        Instant begin = Instant.now();

        parse("library", rules);

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(problems.sorted()).hasSizeLessThan(4_100).anyMatch(AuthorProblem::preventsGoingLive);
    }
}
