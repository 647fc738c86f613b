package org.daylight.rulebase.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.daylight.fixture.ExpectedProblems;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scheme.SchemeFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each folder under {@code lint} changes a scheme without warnings, and {@code expected.txt} holds those it has then. */
class LintsTest {
    private static final ExpectedProblems LINT = ExpectedProblems.in("lint");

    @TestFactory
    Stream<DynamicTest> allThatIsDoubtfulIsToldAndNothingElse() throws IOException {
        return LINT.tests();
    }

    @Test
    void aSoundSchemeHasNoWarning() throws IOException {
        assertThat(LINT.ofTheSoundScheme()).isEmpty();
    }

    @Test
    void everyLintHasAFolderInWhichItSpeaks() throws IOException {
        StringBuilder told = new StringBuilder();
        for (Path folder : LINT.folders()) {
            told.append(ExpectedProblems.expected(folder));
        }
        assertThat(Lints.CODES).allSatisfy(code -> assertThat(told).contains(" WARNING " + code + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "driving"})
    void theShippedSchemesHaveNothingToWarnOf(String id) throws IOException {
        assertThat(RuleCompiler.compile(id, SchemeFolder.read(Path.of("rules", id)))
                        .problems())
                .isEmpty();
    }
}
