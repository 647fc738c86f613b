package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daylight.problem.AuthorProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class YamlFileTest {
    private final Problems problems = new Problems();

    private List<String> told() {
        return problems.sorted().stream().map(AuthorProblem::toString).toList();
    }

    private @Nullable Object value(String written) {
        Map<String, @Nullable Object> values = YamlFile.parse("f", "x: " + written, problems)
                .map(YamlMap::plainValues)
                .orElse(Map.of());
        return values.get("x");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("true", true),
                Arguments.of("false", false),
                Arguments.of("null", null),
                Arguments.of("~", null),
                Arguments.of("", null),
                Arguments.of("12", 12L),
                Arguments.of("-0", 0L),
                Arguments.of("0.10", new BigDecimal("0.10")),
                Arguments.of("1e3", new BigDecimal("1e3")),
                Arguments.of("9223372036854775808", new BigDecimal("9223372036854775808")),
                Arguments.of("\"12\"", "12"),
                Arguments.of("'true'", "true"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void plainValuesAreWhatJsonReadsThere(String written, @Nullable Object value) {
        assertThat(value(written)).isEqualTo(value);
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "on",
                "off",
                "Y",
                "True",
                "TRUE",
                "Null",
                "NULL",
                "1_000",
                "0x10",
                "010",
                "0o7",
                "0b1",
                "+5",
                ".5",
                "5.",
                ".inf",
                "-.INF",
                ".nan",
                "12:30",
                "1:30:00",
                "2024-01-01",
                "2024-01-01T00:00:00Z",
                "1e999999999999",
                "1,5",
                "1٢"
            })
    void everythingElseIsTheTextThatStandsThere(String written) {
        assertThat(value(written)).isEqualTo(written);
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1|f:1:4 unsupported-yaml an anchor (`&x`)",
                "a: *x|f:1:4 unsupported-yaml an alias (`*x`)",
                "a: !!str 1|f:1:4 unsupported-yaml a tag (`tag:yaml.org,2002:str`)",
                "a: !java.net.URL [x]|f:1:4 unsupported-yaml a tag",
                "<<: { a: 1 }|f:1:1 unsupported-yaml a merge key",
                "? [a]|f:1:3 unsupported-yaml a list or a mapping cannot be a key",
                "a: 1\\na: 2|f:2:1 duplicate-key `a` is given twice",
                "a: 1\\n---\\nb: 2|f:2:1 unsupported-yaml a second document begins here",
                "%YAML 1.1\\n---\\na: 1|f:1:1 unsupported-yaml a directive",
                "a: 1\\n b: 2|f:2:3 malformed-yaml a second `:` stands in this line",
                "a: [|malformed-yaml",
                "a: \\t\\n\\t- b|malformed-yaml",
                "a: \"\\x1b[31m\"|f:1:4 control-character this text has a control character",
                "- a|f:1:1 not-a-mapping",
                "|f:1:1 not-a-mapping",
            })
    void whatIsNoneOfItIsRefusedWithItsPlace(@Nullable String written, String expected) {
        // given
        String text = written == null ? "" : written.replace("\\n", "\n").replace("\\t", "\t");
        // when
        YamlFile.parse("f", text, problems).ifPresent(yaml -> yaml.optionalText("a"));
        // then
        assertThat(told()).anySatisfy(line -> assertThat(line).contains(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 5_000, 200_000})
    void deepNestingIsRefusedHoweverDeep(int depth) {
        assertThat(YamlFile.parse("f", "a: " + "[".repeat(depth), problems)).isEmpty();
        assertThat(told())
                .containsExactly("f:1:53 too-large lists and mappings stand inside each other more than 50 deep");
    }

    @Test
    void aDeepBlockIsRefusedToo() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < 2_000; at++) {
            text.append(" ".repeat(at)).append("a:\n");
        }
        assertThat(YamlFile.parse("f", text.toString(), problems)).isEmpty();
        assertThat(told()).singleElement().asString().contains("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "yes", "TRUE", "1", "~", ""})
    void aTruthIsWrittenAsTrueOrFalse(String written) {
        YamlFile.parse("f", "x: " + written, problems).orElseThrow().optionalTruth("x");
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).hasToString("wrong-value");
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "010, write it without a leading zero",
        "0x10, write `16`",
        "1_000, write `1000`",
        "+5, write `5`",
        "'\"5\"', write `5` without quotation marks",
        "'\"1,000\"', write `1000`",
    })
    void aWholeNumberIsWrittenInDigits(String written, String fix) {
        assertThat(YamlFile.parse("f", "x: " + written, problems).orElseThrow().optionalWhole("x"))
                .isEmpty();
        assertThat(problems.sorted()).extracting(AuthorProblem::fix).containsExactly(fix);
    }

    @Test
    void documentsAndListsAreReadOneAfterTheOther() {
        // given
        List<String> ids = new ArrayList<>();
        String text = "id: a\n---\n- id: b\n- id: c\n---\n- &x { id: d }\n";
        // when
        YamlFile.each("f", new StringReader(text), problems, yaml -> ids.add(yaml.text("id")));
        // then
        assertThat(ids).containsExactly("a", "b", "c");
        assertThat(told()).singleElement().asString().contains("f:6:3 unsupported-yaml an anchor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "# x", "\"", "'", "a,", "a:b", "[", "&a", "!a", "%a", "|"})
    void aWordWithoutEndTakesTimeInProportion(String begin) {
        assertThat(YamlFile.parse("f", "a: " + begin + "x".repeat(3_900_000), problems))
                .isEmpty();
        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void aLongFileTakesTimeInProportion() {
        String row = "- { fact: Member, id: m, at: 2024-01-01, data: { active: true } }\n";
        assertThat(YamlFile.parse("f", "given:\n" + row.repeat(50_000), problems))
                .isPresent();
    }
}
