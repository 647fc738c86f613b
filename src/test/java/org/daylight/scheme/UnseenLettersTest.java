package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.daylight.problem.AuthorProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that nobody sees in a file would let it say other than what its readers read. */
class UnseenLettersTest {
    private static String told(String text) {
        Problems problems = new Problems();
        UnseenLetters.check("a.yaml", text, problems);
        return problems.sorted().stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                .reduce("", (all, one) -> all + one + "\n");
    }

    @Test
    void eachIsToldByItsNameWhereItStands() {
        assertThat(told("a: \u202Eb\nc: d\u200Be\n\u00ADf")).isEqualTo("""
                1:4 a letter stands here that turns the order in which others are shown: right-to-left override (U+202E)
                2:5 a letter stands here that nobody can see: zero width space (U+200B)
                3:1 a letter stands here that nobody can see: soft hyphen (U+00AD)
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Grüße, 日本語, עברית", "می\u200Cخواهم", "👩\u200D💻", "a\u00A0b", "e\u0301"})
    void whatScriptsAreWrittenWithStays(String text) {
        assertThat(told("t: " + text)).isEmpty();
    }

    @Test
    void ofAGreatManyOnlySomeAreTold() {
        Problems problems = new Problems();
        UnseenLetters.check("a.yaml", "\u200B".repeat(100_000), problems);

        assertThat(problems.sorted()).hasSize(20).allMatch(AuthorProblem::preventsGoingLive);
    }
}
