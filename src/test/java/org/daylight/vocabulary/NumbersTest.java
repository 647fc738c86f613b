package org.daylight.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NumbersTest {
    @Property
    void truncatedDropsTheFraction(@ForAll long dividend, @ForAll long divisor) {
        Assume.that(divisor != 0 && !overflows(dividend, divisor));

        assertThat(Numbers.truncated(dividend, divisor)).isEqualTo(exactly(dividend, divisor, RoundingMode.DOWN));
    }

    @Property
    void roundedGoesToTheNearestAndHalfwayAwayFromZero(@ForAll long dividend, @ForAll long divisor) {
        Assume.that(divisor != 0 && !overflows(dividend, divisor));

        assertThat(Numbers.rounded(dividend, divisor)).isEqualTo(exactly(dividend, divisor, RoundingMode.HALF_UP));
    }

    @Property
    void roundedUpIsTheLeastWholeNumberNotBelow(@ForAll long dividend, @ForAll long divisor) {
        Assume.that(divisor != 0 && !overflows(dividend, divisor));

        assertThat(Numbers.roundedUp(dividend, divisor)).isEqualTo(exactly(dividend, divisor, RoundingMode.CEILING));
    }

    @Property
    void halvesAreRoundedUp(@ForAll int whole) {
        assertThat(Numbers.rounded(2L * whole + Integer.signum(whole), 2))
                .isEqualTo((long) whole + Integer.signum(whole));
    }

    @Example
    void aCoefficientOfALawIsCutAtItsSecondDecimal() {
        assertThat(Numbers.truncated(125 * 62, 100)).isEqualTo(77);
        assertThat(Numbers.truncated(95 * 85, 100)).isEqualTo(80);
        assertThat(Numbers.rounded(106 * 250, 100)).isEqualTo(265);
    }

    @Example
    void aResultThatDoesNotFitIsAnErrorAndNoNumber() {
        assertThatThrownBy(() -> Numbers.truncated(Long.MIN_VALUE, -1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Numbers.rounded(Long.MIN_VALUE, -1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Numbers.truncated(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Example
    void withinKeepsAValueBetweenItsLimits() {
        assertThat(Numbers.within(50, 47, 350)).isEqualTo(50);
        assertThat(Numbers.within(50, 51, 350)).isEqualTo(51);
        assertThat(Numbers.within(50, 400, 350)).isEqualTo(350);
        assertThatThrownBy(() -> Numbers.within(2, 1, 1)).hasMessage("nothing lies from 2 to 1");
    }

    @Example
    void decimalWritesSmallestUnitsAsPeopleDo() {
        assertThat(Numbers.decimal(95, 2)).isEqualTo("0.95");
        assertThat(Numbers.decimal(-5, 2)).isEqualTo("-0.05");
        assertThat(Numbers.decimal(12_345, 2)).isEqualTo("123.45");
        assertThat(Numbers.decimal(100, 0)).isEqualTo("100");
        assertThatThrownBy(() -> Numbers.decimal(1, 19)).hasMessageContaining("0 to 18 decimals");
    }

    private static boolean overflows(long dividend, long divisor) {
        return dividend == Long.MIN_VALUE && divisor == -1;
    }

    private static long exactly(long dividend, long divisor, RoundingMode mode) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, mode)
                .longValueExact();
    }
}
