package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daylight.problem.AuthorProblem;
import org.daylight.scheme.DeclaredType.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ParameterTableTest {
    private static final DeclaredType FEE = new DeclaredType(
            "Fee",
            Kind.PARAMETER,
            List.of(
                    field("name", FieldType.TEXT),
                    field("cents", FieldType.LONG),
                    field("rate", FieldType.DECIMAL),
                    field("open", FieldType.TRUTH)),
            "rules.drl",
            1);

    private final Problems problems = new Problems();

    private static Field field(String name, FieldType type) {
        return new Field(name, type, type.name().toLowerCase(Locale.ROOT), true, false, List.of(), null);
    }

    private List<ParameterRow> rows(String csv) {
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of("Fee.csv", csv.getBytes(StandardCharsets.UTF_8)));
        SortedMap<String, DeclaredType> types = new TreeMap<>(Map.of("Fee", FEE));
        return ParameterTable.readAll(new SchemeFolder(files), new Types(types), problems);
    }

    private List<String> told() {
        return problems.sorted().stream().map(AuthorProblem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from,to,reference,name,cents,rate,open\n2020-01-01,,F,b;c,5,0.10,TRUE\n",
                "\uFEFFfrom;to;reference;name;cents;rate;open\r\n2020-01-01;;F;b;c;5;0.10;true",
                "from\tto\treference\tname\tcents\trate\topen\t\t\n2020-01-01\t\tF\tb;c\t5\t0.10\tTrue\n\t\t\t\n\n",
                "open , rate,cents,\"name\",reference,to,from,,\n\"true\",0.10,5,\"b;c\",F,,2020-01-01,,\n,,,,,,,,\n",
                "from,to,reference,name,cents,rate,open\r2020-01-01,,F,b;c,5,0.10,TRUE\r",
            })
    void whatSpreadsheetsWriteIsRead(String written) {
        // given: a semicolon inside a value needs quotation marks where semicolons separate
        String csv = written.contains(";to;") ? written.replace("b;c", "\"b;c\"") : written;
        // when
        List<ParameterRow> rows = rows(csv);
        // then
        assertThat(told()).isEmpty();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.data())
                    .isEqualTo(new TreeMap<>(
                            Map.of("name", "b;c", "cents", 5L, "rate", new BigDecimal("0.10"), "open", true)));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate|1,5|write `1.5`",
                "cents|1,500|write `1500`",
                "rate|1,500|write `1500` or `1.500`, whichever is meant",
                "cents|1 000|write `1000`",
                "cents|1'000'000|write `1000000`",
                "cents|010|write it without a leading zero",
                "cents|+5|write `5`",
                "cents|0x1F|write `31`",
                "rate|.5|write `0.5`",
                "rate|5.|write `5`",
                "rate|0,07|write `0.07`",
                "open|WAHR|write `true`",
                "open|yes|write `true`",
                "open|0|write `false`",
                "from|1.2.2020|write `2020-02-01`",
                "from|2020/2/1|write `2020-02-01`",
            })
    void whatSpreadsheetsWriteOtherwiseIsRefusedWithTheFix(String column, String value, String fix) {
        // given
        Map<String, String> row = new TreeMap<>(Map.of(
                "from",
                "2020-01-01",
                "to",
                "",
                "reference",
                "F",
                "name",
                "b",
                "cents",
                "1",
                "rate",
                "1",
                "open",
                "true"));
        row.put(column, value);
        // when
        rows(String.join(";", row.keySet()) + "\n" + String.join(";", row.values()));
        // then
        assertThat(problems.sorted()).extracting(AuthorProblem::fix).containsExactly(fix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5000000000", "١٢", "NaN", "Infinity", "5%", "€5", "1.000,50", "--5", "5-", "1d", "1L"})
    void whatIsNoNumberIsRefused(String value) {
        rows("from;to;reference;name;cents;rate;open\n2020-01-01;;F;b;1;" + value + ";true");
        assertThat(told()).singleElement().asString().startsWith("Fee.csv:2:6 wrong-value `rate` is `" + value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from,to,reference,name,cents,rate,cents|Fee.csv:1:7 duplicate-column the column `cents` is there twice",
                "from,to,reference,name,cents,rate|Fee.csv:1:0 missing-column the column `open` is missing",
                "from,to|Fee.csv:1:0 missing-column the columns `reference`, `name`, `cents`, `rate`, `open` are missing",
                "von,bis|Fee.csv:1:1 unknown-column `Fee` declares no field `von`, `bis`, and the columns `from`,",
                "from;to,reference|Fee.csv:1:0 malformed-csv the first line has `,` and `;` between its values",
                "from,to,reference,name,cents,rate,open,,x|Fee.csv:1:8 unknown-column `Fee` declares no field ``, `x`",
            })
    void aWrongFirstLineIsToldInOneMessage(String header, String expected) {
        rows(header + "\n");
        assertThat(told()).singleElement().asString().startsWith(expected);
    }

    @Test
    void aRowSeparatedOtherwiseIsToldSo() {
        rows("from;to;reference;name;cents;rate;open\n2020-01-01,,F,b,5,0.10,true\n");
        assertThat(problems.sorted())
                .extracting(AuthorProblem::fix)
                .containsExactly("write `;` between the values, as the first line does");
    }

    @Test
    void aValueBehindTheLastColumnIsRefused() {
        rows("from,to,reference,name,cents,rate,open,\n2020-01-01,,F,b,5,0.10,true,x\n");
        assertThat(told()).containsExactly("Fee.csv:2:0 wrong-row the row has 8 values, the header 7");
    }

    @Test
    void aLongTableIsReadInProportionAndItsMistakesAreTold() {
        // given
        String sound = IntStream.range(0, 50_000)
                .mapToObj(at -> "2020-01-01,,F,b" + at + ",5,0.10,true\n")
                .collect(Collectors.joining());
        String header = "from,to,reference,name,cents,rate,open\n";
        // when, then
        assertThat(rows(header + sound)).hasSize(50_000);
        assertThat(told()).isEmpty();
        rows(header + sound.replace("0.10", "x"));
        assertThat(problems.sorted()).hasSize(1_001).last().satisfies(last -> {
            assertThat(last.message()).isEqualTo("there are more problems than can be told at once");
            assertThat(last.preventsGoingLive()).isTrue();
        });
    }
}
