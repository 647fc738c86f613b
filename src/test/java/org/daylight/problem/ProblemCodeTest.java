package org.daylight.problem;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {
    private static final String SOURCES = sources();

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemCodeTest::read)
                    .collect(joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isUsed(ProblemCode code) {
        assertThat(SOURCES).containsPattern("ProblemCode\\s*\\.\\s*" + code.name() + "\\b");
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenInKebabCaseAndReadBack(ProblemCode code) {
        assertThat(code.toString()).matches("[a-z]+(-[a-z0-9]+)*");
        assertThat(ProblemCode.of(code.toString())).isSameAs(code);
    }

    @Test
    void eachHasATextOfItsOwn() {
        assertThat(ProblemCode.values()).extracting(ProblemCode::toString).doesNotHaveDuplicates();
    }

    @Test
    void noOtherTextIsACode() {
        assertThatThrownBy(() -> ProblemCode.of("TOO_LARGE")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProblemIsFlatInJson() throws JsonProcessingException {
        AuthorProblem problem = new AuthorProblem(
                ProblemCode.TOO_LARGE, AuthorProblem.Severity.ERROR, new Place("a.drl", 2, 3), "too much", null);
        assertThat(JsonMapper.builder().build().writeValueAsString(problem))
                .isEqualTo("{\"code\":\"too-large\",\"severity\":\"ERROR\",\"file\":\"a.drl\",\"line\":2,\"column\":3,"
                        + "\"message\":\"too much\",\"fix\":null}");
    }
}
