package org.daylight.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {
    private static final List<String> ACCEPTED = List.of("application/json", "application/cloudevents+json");

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON;charset=UTF-8", "application/json ; a=b; charset=\"utf-8\""
            })
    void parametersAndCaseDoNotMatter(String header) {
        assertThat(ContentType.of(header, ACCEPTED))
                .isEqualTo(new ContentType("application/json", StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "application/jsonp", "application/json;charset=morse"})
    void anythingElseIsUnsupported(@Nullable String header) {
        assertThatThrownBy(() -> ContentType.of(header, ACCEPTED))
                .isInstanceOfSatisfying(CallerProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(415);
                    assertThat(problem.violations().get(0).code()).isEqualTo("unsupported-media-type");
                    assertThat(problem.violations().get(0).found()).isEqualTo(header);
                });
    }

    @Test
    void theCharsetIsHeeded() {
        ContentType latin = ContentType.of("application/json;charset=iso-8859-1", ACCEPTED);

        assertThat(latin.decode("\"é\"".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("\"é\"");
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        ContentType json = ContentType.of("application/json", ACCEPTED);

        assertThatThrownBy(() -> json.decode(new byte[] {'"', (byte) 0xC3, '"'}))
                .hasMessageContaining("malformed-json");
    }
}
