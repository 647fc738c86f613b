package org.daylight.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.fixture.ExpectedProblems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each folder under {@code broken} changes a sound scheme, and {@code expected.txt} holds all that is told about it. */
class BrokenSchemesTest {
    private static final ExpectedProblems BROKEN = ExpectedProblems.in("broken");
    /** What only Java or the engine's generated code would say. */
    private static final Pattern FOREIGN =
            Pattern.compile("java\\.lang|org\\.d|\\bclass \\w|Exception|Lambda|[0-9A-F]{12}");

    @TestFactory
    Stream<DynamicTest> allThatIsWrongIsToldAndNothingElse() throws IOException {
        return BROKEN.tests();
    }

    @Test
    void theSoundSchemeHasNoProblem() throws IOException {
        assertThat(BROKEN.ofTheSoundScheme()).isEmpty();
    }

    @Test
    void thereAreManyAndNoneSpeaksJava() throws IOException {
        assertThat(BROKEN.folders()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(folder -> assertThat(
                        ExpectedProblems.expected(folder))
                .isNotBlank()
                .doesNotContainPattern(FOREIGN));
    }
}
