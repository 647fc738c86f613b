package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no YAML is told where it is wrong, in words of the file and with a way out. */
class YamlMistakeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            a: b: c             ~ 1:5 a second `:` stands in this line -> put the whole text in quotation marks
            a:<LF><TAB>b: c     ~ 2:1 a tab stands here, where only spaces may -> write spaces
            a: @b               ~ 1:4 a text cannot begin with `@` -> put the whole text in quotation marks
            a: %b               ~ 1:4 a text cannot begin with `%` -> put the whole text in quotation marks
            a: 'b<LF>c: d       ~ 1:4 a text in quotation marks begins here and does not end -> close it with the quotation mark that it begins with
            a: "\\q"            ~ 1:6 `\\q` means nothing here -> write `\\\\` for a backslash, or use single quotation marks
            a: { b: 1<LF>c: d   ~ 2:2 the `{` of line 1 is not closed, or a comma is missing before this -> close it with `}`, and write `,` between its parts
            a: [ b<LF>c: d      ~ 2:2 the `[` of line 1 is not closed, or a comma is missing before this -> close it with `]`, and write `,` between its parts
            a: b<LF>c<LF>d: e   ~ 2:1 a `:` and a value are missing behind this -> write `name: value`
            a: "b" c            ~ 1:8 more stands here behind the end of a value -> put the whole text in quotation marks
            a: b<LF>  c: d      ~ 2:4 a second `:` stands in this line -> put the whole text in quotation marks
            a:<LF>  b: c<LF> d: e ~ 3:2 this line does not begin where those begin that it belongs to -> let it begin in the same column as they do
            a: - b              ~ 1:4 a list cannot begin here -> begin each `-` on a line of its own
            """)
    void whatIsNoYamlIsToldWithAFix(String yaml, String told) {
        Problems problems = new Problems();

        YamlFile.parse("f.yaml", yaml.replace("<LF>", "\n").replace("<TAB>", "\t"), problems);

        assertThat(problems.sorted().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message() + " -> "
                                + problem.fix())
                        .collect(Collectors.joining("\n")))
                .isEqualTo(told);
    }
}
