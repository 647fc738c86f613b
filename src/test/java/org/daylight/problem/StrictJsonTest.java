package org.daylight.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {
    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of("[".repeat(40), "objects and lists inside each other more than 32 deep"),
                Arguments.of("{\"a\":".repeat(40), "objects and lists inside each other more than 32 deep"),
                Arguments.of("1".repeat(2_000), "a number of too many digits"),
                Arguments.of("{\"" + "x".repeat(60_000) + "\":1}", "a name that is too long"));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void whatIsTooLargeIsToldInTheCallersWords(String json, String found) {
        CallerProblemException refused =
                catchThrowableOfType(CallerProblemException.class, () -> StrictJson.read(json));
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("malformed-json");
            assertThat(violation.found())
                    .asString()
                    .startsWith("line 1, column ")
                    .endsWith(found)
                    .doesNotContain("Stream", "Constraints", "(");
        });
    }
}
