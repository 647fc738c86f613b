package org.daylight.explanation.value;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import org.daylight.rulebase.exact.Wide;
import org.jspecify.annotations.Nullable;

/** Calculates as compiled conditions do: by {@link Wide}. */
final class Arithmetic {
    private Arithmetic() {}

    static Object add(@Nullable Object left, @Nullable Object right) {
        boolean isText = left instanceof String || right instanceof String;
        return isText ? String.valueOf(left) + right : calculate(left, right, Wide::plus, Wide::plus);
    }

    static Object subtract(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, Wide::minus, Wide::minus);
    }

    static Object multiply(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, Wide::times, Wide::times);
    }

    static Object divide(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, Wide::divide, Wide::divide);
    }

    static Object remainder(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, Wide::remainder, Wide::remainder);
    }

    private static Object calculate(
            @Nullable Object left,
            @Nullable Object right,
            BinaryOperator<BigDecimal> onDecimals,
            LongBinaryOperator onWholes) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return onDecimals.apply(decimal(left), decimal(right));
        }
        long result = onWholes.applyAsLong(whole(left), whole(right));
        boolean isLong = left instanceof Long || right instanceof Long || result != (int) result;
        return isLong ? (Object) result : (Object) (int) result;
    }

    /** Less than, equal to or greater than zero, as left is to right. */
    static int compare(Number left, Number right) {
        return Wide.compare(left, right);
    }

    static BigDecimal decimal(@Nullable Object number) {
        if (number instanceof Number known) {
            return Objects.requireNonNull(Wide.decimal(known));
        }
        throw new Expression.UnknownValueException();
    }

    private static long whole(@Nullable Object number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return ((Number) number).longValue();
        }
        throw new Expression.UnknownValueException();
    }
}
