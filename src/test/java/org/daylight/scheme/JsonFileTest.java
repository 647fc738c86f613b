package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file whose name says JSON is read as RFC 8259 has it, and told of in its words. */
class JsonFileTest {
    private static String read(String json) {
        Problems problems = new Problems();
        List<Object> read = new ArrayList<>();
        YamlFile.each("d.json", new StringReader(json), problems, map -> read.add(map.plainValues()));
        return read
                + problems.sorted().stream()
                        .map(problem -> " " + problem.line() + ":" + problem.column() + " " + problem.message() + " -> "
                                + problem.fix())
                        .reduce("", String::concat);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {"a":"x\\/y \\u00e4 \\" \\\\"} ~ [{a=x/y ä " \\}]
            {<TAB>"a":<TAB>1}              ~ [{a=1}]
            {"a":"# 1","b":"yes"}          ~ [{a=# 1, b=yes}]
            {"a":true,"b":-1.50,"c":"1"}   ~ [{a=true, b=-1.50, c=1}]
            [{"a":1},{"a":2}]              ~ [{a=1}, {a=2}]
            {"a":1}<LF>{"a":2}             ~ [{a=1}, {a=2}]
            {"a":"ä: b, [c]"}              ~ [{a=ä: b, [c]}]
            """)
    void whatJsonAllowsIsRead(String json, String read) {
        assertThat(read(json.replace("<TAB>", "\t").replace("<LF>", "\n"))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {"a":1<LF>"b":2}    ~ 2:1 a comma is missing here -> write `,` between values
            {"a" 1}             ~ 1:6 a colon is missing here -> write `:` between a name and its value
            {"a":1,}            ~ 1:8 a name in double quotation marks is missing here -> write each name in double quotation marks, and no comma behind the last value
            {'a':1}             ~ 1:2 a name in double quotation marks is missing here -> write each name in double quotation marks, and no comma behind the last value
            {a: 1}              ~ 1:2 a name in double quotation marks is missing here -> write each name in double quotation marks, and no comma behind the last value
            {"a":yes}           ~ 1:9 `yes` is no value of JSON -> write `true`, `false`, `null`, a number, or a text in double quotation marks
            {"a":NaN}           ~ 1:9 `NaN` is no value of JSON -> write `true`, `false`, `null`, a number, or a text in double quotation marks
            {"a":010}           ~ 1:7 a number begins with a zero -> write it without a leading zero
            {"a":"b             ~ 1:8 the file ends too early -> close each `{`, each `[` and each quotation mark
            {"a":"\\q"}         ~ 1:8 `\\q` is no escape of JSON -> write `\\\\` for a backslash
            {"a":"b<LF>c"}      ~ 1:8 a tab or the end of the line stands inside of a text -> write `\\t` or `\\n` in its place, or close the text
            # a comment         ~ 1:1 JSON has no comments -> take the comment out, or name the file `.yaml`
            """)
    void whatJsonDoesNotAllowIsToldWithAFix(String json, String told) {
        assertThat(read(json.replace("<LF>", "\n"))).endsWith(" " + told);
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        assertThat(read("{\"a\":1,\n\"a\":2}")).contains("2:1 `a` is given twice");
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(read("{\"a\":" + "[".repeat(100_000))).contains("stand inside each other more than");
    }

    @Test
    void manyDocumentsAreReadOneByOne() {
        assertThat(read("{\"a\":1}\n".repeat(3) + "{")).startsWith("[{a=1}, {a=1}, {a=1}] 4:");
    }
}
