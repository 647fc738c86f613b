package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.daylight.scheme.ParameterRow;
import org.daylight.vocabulary.Numbers;
import org.junit.jupiter.api.Test;

/** The ceilings of 2023 are printed as a formula on those of 2020: here the table is held to it. */
class StudentGrantTablesTest {
    private static final int ROWS = 18;
    private static final int LEVELS = 8;

    @Test
    void everyCeilingOf2023IsTheOneOf2020TimesOnePointZeroSixRoundedHalfUp() {
        // when
        Map<String, Long> before = ceilingsOn(LocalDate.of(2023, 8, 31));
        Map<String, Long> after = ceilingsOn(LocalDate.of(2023, 9, 1));
        // then
        Map<String, Long> byFormula = new TreeMap<>();
        before.forEach((cell, ceiling) -> byFormula.put(cell, Numbers.rounded(106 * ceiling, 100)));
        assertThat(after).hasSize(ROWS * LEVELS).isEqualTo(byFormula);
    }

    private static Map<String, Long> ceilingsOn(LocalDate day) {
        Map<String, Long> ceilings = new TreeMap<>();
        for (ParameterRow row : ShippedSchemes.ruleBase("student-grant").parameters()) {
            if (row.type().equals("Ceiling") && row.inForceOn(day)) {
                ceilings.put(row.data().get("points") + " " + row.data().get("level"), (Long)
                        row.data().get("ceilingEuros"));
            }
        }
        return ceilings;
    }
}
