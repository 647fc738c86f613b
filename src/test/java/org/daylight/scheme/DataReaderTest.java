package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.StrictJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataReaderTest {
    private static final DeclaredType LOAN = new DeclaredType(
            "Loan",
            DeclaredType.Kind.FACT,
            List.of(
                    field("note", FieldType.TEXT),
                    field("months", FieldType.INT),
                    field("cents", FieldType.LONG),
                    field("rate", FieldType.DECIMAL),
                    field("secured", FieldType.TRUTH),
                    field("from", FieldType.DATE),
                    field("signed", FieldType.INSTANT),
                    new Field("kind", FieldType.CHOICE, "Kind", false, false, List.of("SMALL", "LARGE"), null)),
            "types.drl",
            1);

    private final List<Violation> violations = new ArrayList<>();

    @Test
    void everyDeclaredTypeIsReadAsAPlainValue() {
        assertThat(read("{'note':'é','months':12,'cents':9007199254740993,'rate':0.10,'secured':true,"
                        + "'from':'2026-11-23','signed':'2026-11-23T10:00:00.1234567+01:00','kind':'SMALL'}"))
                .isEqualTo(Map.of(
                        "note",
                        "é",
                        "months",
                        12L,
                        "cents",
                        9007199254740993L,
                        "rate",
                        new BigDecimal("0.1"),
                        "secured",
                        true,
                        "from",
                        "2026-11-23",
                        "signed",
                        "2026-11-23T09:00:00.123456Z",
                        "kind",
                        "SMALL"));
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'note':7}                   | wrong-type    | note    | 7",
                "{'note':'12345678901'}       | too-long      | note    | 11 characters",
                "{'months':'12'}              | wrong-type    | months  | 12",
                "{'months':1.5}               | wrong-type    | months  | 1.5",
                "{'months':2147483648}        | out-of-range  | months  | 2147483648",
                "{'months':1e1000000000}      | out-of-range  | months  | 1E+1000000000",
                "{'cents':9223372036854775808}| out-of-range  | cents   | 9223372036854775808",
                "{'cents':true}               | wrong-type    | cents   | true",
                "{'rate':'0.1'}               | wrong-type    | rate    | 0.1",
                "{'rate':1e1000000000}        | out-of-range  | rate    | 1E+1000000000",
                "{'rate':1e-1000000000}       | out-of-range  | rate    | 1E-1000000000",
                "{'secured':'true'}           | wrong-type    | secured | true",
                "{'secured':1}                | wrong-type    | secured | 1",
                "{'from':'2026-02-30'}        | invalid-value | from    | 2026-02-30",
                "{'from':'23.11.2026'}        | invalid-value | from    | 23.11.2026",
                "{'from':20261123}            | wrong-type    | from    | 20261123",
                "{'signed':'2026-11-23'}      | invalid-value | signed  | 2026-11-23",
                "{'kind':'small'}             | invalid-value | kind    | small",
                "{'kind':{}}                  | wrong-type    | kind    | an object",
                "{'mnoths':12}                | unknown-field | mnoths  | mnoths",
            })
    void anIllTypedValueIsToldByFieldAndFound(String json, String code, String field, String found) {
        SortedMap<String, @Nullable Object> values = read(json);

        assertThat(values).isEmpty();
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(code);
            assertThat(violation.field()).isEqualTo("data." + field);
            assertThat(violation.found()).hasToString(found);
        });
    }

    @ParameterizedTest
    @CsvSource({"12.0,12", "1.2e1,12", "-0,0"})
    void aWholeNumberMayBeWrittenInAnyWay(String written, long read) {
        assertThat(read("{'months':" + written + "}")).containsExactly(Map.entry("months", read));
    }

    @Test
    void aMissingOrNullFieldIsToldOnlyWhereItIsRequired() {
        DeclaredType type = new DeclaredType(
                "Visit",
                DeclaredType.Kind.EVENT,
                List.of(
                        new Field("place", FieldType.TEXT, "String", true, false, List.of(), null),
                        new Field("days", FieldType.INT, "int", true, false, List.of(), null),
                        field("note", FieldType.TEXT)),
                "types.drl",
                1);

        new DataReader(10, violations).read(type, json("{'place':null,'note':null}"), "[3].data.");

        assertThat(violations)
                .containsExactly(
                        new Violation("missing-field", "[3].data.place", "null", "text"),
                        new Violation(
                                "missing-field",
                                "[3].data.days",
                                null,
                                "a whole number from -2147483648 to 2147483647"));
    }

    @Test
    void aMistypedNameIsToldWithTheOneItResembles() {
        read("{'mnoths':12}");

        assertThat(violations.get(0).expected()).isEqualTo("perhaps `months`");
    }

    @Test
    void aNameWithoutEndIsCutWhereItIsTold() {
        read("{'" + "x".repeat(5_000) + "':12}");

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).hasSizeLessThan(120).startsWith("data.xxx");
            assertThat(violation.found()).asString().hasSizeLessThan(120);
        });
    }

    private SortedMap<String, @Nullable Object> read(String json) {
        return new DataReader(10, violations).read(LOAN, json(json), "data.");
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) StrictJson.read(text.replace('\'', '"'));
    }

    private static Field field(String name, FieldType type) {
        return new Field(name, type, type.name(), false, false, List.of(), null);
    }
}
