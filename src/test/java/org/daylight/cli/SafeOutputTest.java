package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeOutputTest {
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069&&[^\\n\\t]]");

    private final StringWriter printed = new StringWriter();
    private final SafeOutput out = new SafeOutput(new PrintWriter(printed));

    private String printed() {
        out.flush();
        return printed.toString();
    }

    @Test
    void aLineStaysALineAndMovesNoCursor() {
        out.print("a\u001b[31mb\nc\r\u009b2J\u202Ed\u0000\te \u05D0 ä\uD83D\uDE00");
        assertThat(printed()).isEqualTo("a\\u001b[31mb\\nc\\u000d\\u009b2J\\u202ed\\u0000\te \u05D0 ä\uD83D\uDE00");
    }

    @Test
    void aPageKeepsItsLines() {
        out.write("a\r\nb\n\u001b[31mc\rd");
        assertThat(printed()).isEqualTo("a\r\nb\n\\u001b[31mc\\u000dd");
    }

    @Test
    void whatProgramsReadIsExactUnlessItReachesATerminal() {
        // given
        StringWriter piped = new StringWriter();
        StringWriter shown = new StringWriter();
        // when
        for (boolean watched : new boolean[] {false, true}) {
            PrintWriter to = new PrintWriter(watched ? shown : piped);
            CommandConsole console = new CommandConsole(to, to, watched, Ran.NOON);
            console.document("\u202Ex");
            console.out().flush();
        }
        // then
        assertThat(piped).hasToString("\u202Ex");
        assertThat(shown).hasToString("\\u202ex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[2Jb.drl", "a\nb.drl", "a\u202Eb.drl"})
    void aHostileFileNameIsPrintedSafely(String name, @TempDir Path directory) throws IOException {
        // given
        Path scheme = Ran.scheme(directory);
        Files.writeString(scheme.resolve(name), "package library\n");
        // when
        Ran ran = Ran.of("check", scheme.toString());
        // then
        assertThat(ran.code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
        assertThat(ran.out()).contains("unread-file").doesNotContainPattern(UNSAFE);
        assertThat(ran.out().lines()).hasSize(3);
    }

    @Test
    void hostileArgumentsArePrintedSafely() {
        for (String[] line : new String[][] {
            {"check", "\u001b[2J"}, {"\u001b[2J"}, {"eval", "x", "y", "--\u001b[2J"}, {"new", "scheme", "\u001b[2J"}
        }) {
            Ran ran = Ran.of(line);
            assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
            assertThat(ran.err()).contains("\\u001b[2J").doesNotContainPattern(UNSAFE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://anna:sesame@db.invalid/x",
        "jdbc:postgresql://anna:ses/ame@db.invalid:5432/x?sslmode=require",
        "jdbc:postgresql://db.invalid/x?user=anna&password=sesame",
        "jdbc:mysql://anna:sesame@db.invalid/x",
        "postgres://anna:sesame@db.invalid/x?password=ses/ame",
    })
    void noPasswordOfADatabaseIsPrinted(String url) {
        Ran ran = Ran.of("verify", "store", "--store", url);
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out() + ran.err()).contains("cannot use").doesNotContain("sesame", "ses/ame", "anna");
    }
}
