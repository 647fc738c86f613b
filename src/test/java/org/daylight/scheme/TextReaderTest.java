package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.daylight.problem.AuthorProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static String text(byte[] bytes) throws IOException {
        StringWriter text = new StringWriter();
        new TextReader(new ByteArrayInputStream(bytes)).transferTo(text);
        return text.toString();
    }

    /** The letters of a Latin-1 string are the bytes of the file. */
    private static byte[] bytes(String latin1) {
        return latin1.replace("<NUL>", "\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ä€\uD83D\uDE00\r\n\tb"})
    void whatIsUtf8IsReadAsItIsWithOrWithoutAByteOrderMark(String written) throws IOException {
        String withMark = "\uFEFF" + written;
        assertThat(text(withMark.getBytes(StandardCharsets.UTF_8))).isEqualTo(written);
        assertThat(text(("x" + written).getBytes(StandardCharsets.UTF_8))).isEqualTo("x" + written);
    }

    @Test
    void lettersAcrossTheReadersChunksStayWhole() throws IOException {
        String written = "x" + "€\uD83D\uDE00".repeat(10_000);
        assertThat(text(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb\u00fcc', 2, 2, the byte FC here is no UTF-8",
        "'\u00ff\u00fea', 1, 1, the file is UTF-16 or UTF-32",
        "'\u00ef\u00bb\u00bfa\r\u00ef\u00bb\u00bfb', 2, 1, a byte order mark (U+FEFF) stands here",
        "'\u00ef\u00bb\u00bf\u00ef\u00bb\u00bfb', 1, 1, a byte order mark (U+FEFF) stands here",
        "'a\r\n\r<NUL>', 3, 1, a control character (U+0000) stands here",
        "'\u00fe\u00ff', 1, 1, the file is UTF-16",
        "'ab\u00c3', 1, 3, the byte C3 here is no UTF-8",
        "'\u00c0\u00af', 1, 1, the byte C0 here is no UTF-8",
        "'\u00ed\u00a0\u00bd', 1, 1, the byte ED here is no UTF-8",
        "'a\n<NUL>b', 2, 1, a control character (U+0000) stands here",
        "'a\u001b[31m', 1, 2, a control character (U+001B) stands here",
        "'\u00c2\u009b31m', 1, 1, a control character (U+009B) stands here",
    })
    void anythingElseIsRefusedWithTheFirstPlace(String latin1, int line, int column, String message) {
        // given
        Problems problems = new Problems();
        // when
        assertThatThrownBy(() -> text(bytes(latin1)))
                .isInstanceOfSatisfying(UnsoundTextException.class, unsound -> unsound.report("f", problems));
        // then
        AuthorProblem problem = problems.sorted().get(0);
        assertThat(List.of(problem.line(), problem.column())).containsExactly(line, column);
        assertThat(problem.message()).startsWith(message);
        assertThat(problem.fix()).isNotBlank();
    }

    @Test
    void whatStandsBeforeIsHandedOut() throws IOException {
        // given
        InputStream twoLines = new ByteArrayInputStream(bytes("good\nb\u00fcd\n"));
        // when, then
        try (BufferedReader reader = new BufferedReader(new TextReader(twoLines))) {
            assertThat(reader.readLine()).isEqualTo("good");
            assertThatThrownBy(reader::readLine).isInstanceOf(UnsoundTextException.class);
        }
    }
}
