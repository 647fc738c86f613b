package org.daylight.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.problem.AuthorProblem;
import org.daylight.scheme.SchemeFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each folder under {@code broken} changes a sound scheme, and {@code expected.txt} holds all that is told about it. */
class BrokenSchemesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path SOUND = RESOURCES.resolve("broken-base");
    private static final String EXPECTED = "expected.txt";
    /** What only Java or the engine's generated code would say. */
    private static final Pattern FOREIGN =
            Pattern.compile("java\\.lang|org\\.d|\\bclass \\w|Exception|Lambda|[0-9A-F]{12}");

    @TestFactory
    Stream<DynamicTest> allThatIsWrongIsToldAndNothingElse() throws IOException {
        return folders().stream()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> assertThat(told(folder))
                        .isEqualTo(Files.readString(folder.resolve(EXPECTED)))));
    }

    @Test
    void theSoundSchemeHasNoProblem() throws IOException {
        assertThat(RuleCompiler.compile("library", SchemeFolder.read(SOUND)).problems())
                .isEmpty();
    }

    @Test
    void thereAreManyAndNoneSpeaksJava() throws IOException {
        assertThat(folders()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(folder -> assertThat(
                        Files.readString(folder.resolve(EXPECTED)))
                .isNotBlank()
                .doesNotContainPattern(FOREIGN));
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("broken"))) {
            return folders.sorted().toList();
        }
    }

    private static String told(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(SchemeFolder.read(SOUND).files());
        files.putAll(SchemeFolder.read(folder).files());
        files.remove(EXPECTED);
        StringBuilder told = new StringBuilder();
        for (AuthorProblem problem :
                RuleCompiler.compile("library", new SchemeFolder(files)).problems()) {
            told.append(problem.file() + ":" + problem.line() + ":" + problem.column() + " " + problem.severity() + " "
                    + problem.code() + " " + problem.message() + "\n");
            if (problem.fix() != null) {
                told.append("    " + problem.fix() + "\n");
            }
        }
        return told.toString();
    }
}
