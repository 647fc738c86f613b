package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a command line names, it is told what is wrong with it; nobody is shown a stack trace. */
class WrongFilesTest {
    private final Path directory;
    private Path scheme = Path.of("");

    WrongFilesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void aScheme() {
        scheme = Ran.scheme(directory);
    }

    private Ran eval(String dossier, String... more) throws IOException {
        Path file = directory.resolve("ada.yaml");
        Files.write(file, dossier.getBytes(StandardCharsets.ISO_8859_1));
        String[] line = new String[3 + more.length];
        line[0] = "eval";
        line[1] = scheme.toString();
        line[2] = file.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return Ran.of(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "given: [] # B\u00fcro|ada.yaml:1:14 error not-utf-8 the byte FC",
                "\u00ff\u00fe|ada.yaml:1:1 error not-utf-8 the file is UTF-16",
                "given: &x []|ada.yaml:1:8 error unsupported-yaml",
                "given: *x|ada.yaml:1:8 error unsupported-yaml",
                "enrolled: yes|ada.yaml:1:11 error wrong-value `enrolled` is `yes`",
                "asOf: yesterday|ada.yaml:1:7 error wrong-value `asOf` is `yesterday`",
                "a: 1\\n---\\nb: 1|ada.yaml:2:1 error unsupported-yaml",
                "x: \\u0007|ada.yaml:1:4 error control-character",
            })
    void aDossierThatIsNotAsItMustBeIsToldByPlace(String dossier, String expected) throws IOException {
        Ran ran = eval(dossier.replace("\\n", "\n").replace("\\u0007", "\u0007"));
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains(expected).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aDayThatIsNoneIsToldAsSuch() throws IOException {
        for (String day : new String[] {"yesterday", "2026-02-30", "", "999999-01-01"}) {
            Ran ran = eval("given: []", "--as-of", day);
            assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
            assertThat(ran.err()).startsWith("--as-of:0:0 error wrong-value").doesNotContain("\tat ");
        }
    }

    @Test
    void aHugeDossierIsNotRead() throws IOException {
        // given
        Path file = directory.resolve("huge.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }
        // when
        Ran ran = Ran.of("eval", scheme.toString(), file.toString());
        // then
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("is larger than");
    }

    @Test
    void aSchemeIsNotBegunInAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("FILE"), "");
        Ran ran = Ran.of("new", "scheme", "a1", "--in", file.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).startsWith("daylight: cannot write below").doesNotContain("\tat ");
    }

    @Test
    void aFolderWithALinkOutOfItIsCheckedAndRefused() throws IOException {
        Files.createSymbolicLink(scheme.resolve("Rate.csv"), Path.of("/etc/hostname"));
        Ran ran = Ran.of("check", scheme.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
        assertThat(ran.out()).contains("Rate.csv:0:0 error link-out");
    }

    @Test
    void applicantsOfALaterLineThatAreNoTextAreToldByTheirPlace() throws IOException {
        // given
        Path list = directory.resolve("list.ndjson");
        Files.write(list, "{\"citizen\": \"a\"}\n{\"citizen\": \"\u00fc\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        // when
        Ran ran = Ran.of("rank", "rules/housing", list.toString(), "--as-of", "2015-01-31");
        // then
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("list.ndjson:2:14 error not-utf-8");
    }
}
