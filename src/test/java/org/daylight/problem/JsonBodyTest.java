package org.daylight.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.daylight.problem.CallerProblemException.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    @Test
    void aRightDocumentIsReadFieldByField() {
        JsonBody body = JsonBody.read("{\"scheme\":\"community\",\"at\":\"2026-11-23T10:00:00.1234567+01:00\","
                + "\"asOf\":\"2026-11-23\",\"attributes\":{\"months\":12},\"nothing\":null}");

        assertThat(body.text("scheme")).isEqualTo("community");
        assertThat(body.instant("at")).isEqualTo(Instant.parse("2026-11-23T09:00:00.123456Z"));
        assertThat(body.optionalDateOrInstant("asOf").orElseThrow().date()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(body.optionalObject("attributes").orElseThrow().get("months").asInt())
                .isEqualTo(12);
        assertThat(body.optionalText("nothing")).isEmpty();
        assertThat(body.optionalText("absent")).isEmpty();
        body.finish();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        JsonBody body = JsonBody.read("{\"scheme\":7,\"citizen\":null,\"asOf\":\"yesterday\",\"attributes\":[],"
                + "\"service\":\"\",\"extra\":true}");
        body.text("scheme");
        body.text("citizen");
        body.text("purpose");
        body.text("service");
        body.optionalDateOrInstant("asOf");
        body.optionalObject("attributes");

        CallerProblemException problem = catchThrowableOfType(CallerProblemException.class, body::finish);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.violations())
                .containsExactly(
                        new Violation("wrong-type", "scheme", 7, "text"),
                        new Violation("missing-field", "citizen", "null", "text"),
                        new Violation("missing-field", "purpose", null, "text"),
                        new Violation("invalid-value", "service", "", "text of 1 to 4000 characters"),
                        new Violation(
                                "invalid-value",
                                "asOf",
                                "yesterday",
                                "a date such as 2026-11-23 or a date and time with offset such as 2026-11-23T09:00:00Z"),
                        new Violation("wrong-type", "attributes", "a list", "an object"),
                        new Violation(
                                "unknown-field",
                                "extra",
                                "extra",
                                "one of `scheme`, `citizen`, `purpose`, `service`, `asOf`, `attributes`"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': }         | line 1, column 7: Unexpected character ('}' (code 125))",
                "{'a': 1         | line 1, column 8: Unexpected end-of-input",
                "{'a': 1} {}     | line 1, column 10: more after the end",
                "{'a': yes}      | line 1, column 10: Unrecognized token 'yes'",
                "{'a': 01}       | line 1, column 8: Invalid numeric value",
            })
    void malformedJsonIsToldByLineAndColumn(String text, String found) {
        assertThatThrownBy(() -> JsonBody.read(text.replace('\'', '"')))
                .isInstanceOfSatisfying(CallerProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.violations().get(0).code()).isEqualTo("malformed-json");
                    assertThat(problem.violations().get(0).found()).isEqualTo(found);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{\"a\": 1e99999999999}", "{\"a\":\u0001}", "nothing"})
    void whatIsNoDocumentIsMalformed(String text) {
        assertThat(codes(text)).containsExactly("malformed-json");
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        assertThat(codes("[".repeat(100_000))).containsExactly("malformed-json");
    }

    @Test
    void aNameTwiceIsRefused() {
        assertThat(violations("{\"a\":1,\n\"a\":2}"))
                .containsExactly(new Violation("duplicate-field", "a", "line 2, column 4", "each name once"));
        assertThat(violations("{\"data\":{\"days\":1,\"days\":2}}"))
                .singleElement()
                .satisfies(twice -> assertThat(twice.field()).isEqualTo("days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"text\""})
    void aDocumentThatIsNoObjectIsOfTheWrongType(String text) {
        assertThat(codes(text)).containsExactly("wrong-type");
    }

    @Test
    void whatIsQuotedFromTheCallerCanAlwaysBeWritten() {
        JsonBody body = JsonBody.read("{\"a\":\"" + "x".repeat(99) + "\\ud83d\\ude00\",\"b\\ud800\":\"\\u0000\"}");
        body.text("a", 10);

        CallerProblemException problem = catchThrowableOfType(CallerProblemException.class, body::finish);

        assertThat(problem.violations().get(0).found()).isEqualTo("x".repeat(99) + "\uFFFD…");
        assertThat(problem.violations().get(1).field()).isEqualTo("b\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x"})
    void textThatCannotBeStoredIsRefused(String escape) {
        JsonBody body = JsonBody.read("{\"a\":\"" + escape + "\"}");
        body.text("a");

        assertThatThrownBy(body::finish).hasMessageContaining("invalid-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T10:00:00",
                "2026-11-23 10:00:00Z",
                "2026-11-23T10:00Z",
                "2026-02-30T10:00:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T10:00:00.Z",
                "+2026-11-23T10:00:00Z",
                "2026-11-23"
            })
    void aTimeWithoutOffsetOrOutOfTheCalendarIsNone(String text) {
        assertThat(Rfc3339.instant(text)).isEmpty();
    }

    @Test
    void aWholeDayIsResolvedByItsReader() {
        DateOrInstant day = DateOrInstant.parse("2026-11-23").orElseThrow();

        assertThat(day.resolve(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    }

    private static List<Violation> violations(String text) {
        return catchThrowableOfType(CallerProblemException.class, () -> JsonBody.read(text))
                .violations();
    }

    private static List<String> codes(String text) {
        return violations(text).stream().map(Violation::code).toList();
    }
}
