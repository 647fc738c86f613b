package org.daylight.explanation.value;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Calculates as compiled conditions do: whole numbers stay whole, division cuts off; with a fraction on either side, exactly. */
final class Arithmetic {
    private Arithmetic() {}

    static Object add(@Nullable Object left, @Nullable Object right) {
        boolean isText = left instanceof String || right instanceof String;
        return isText ? String.valueOf(left) + right : calculate(left, right, BigDecimal::add, Math::addExact);
    }

    static Object subtract(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, BigDecimal::subtract, Math::subtractExact);
    }

    static Object multiply(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, BigDecimal::multiply, Math::multiplyExact);
    }

    /** Throws where a quotient of fractions does not end. */
    static Object divide(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, BigDecimal::divide, (dividend, divisor) -> dividend / divisor);
    }

    static Object remainder(@Nullable Object left, @Nullable Object right) {
        return calculate(left, right, BigDecimal::remainder, (dividend, divisor) -> dividend % divisor);
    }

    private static Object calculate(
            @Nullable Object left,
            @Nullable Object right,
            BinaryOperator<BigDecimal> onDecimals,
            LongBinaryOperator onWholes) {
        if (isDecimal(left, right)) {
            return onDecimals.apply(decimal(left), decimal(right));
        }
        long result = onWholes.applyAsLong(whole(left), whole(right));
        boolean isLong = left instanceof Long || right instanceof Long;
        return isLong ? (Object) result : (Object) Math.toIntExact(result);
    }

    /** Less than, equal to or greater than zero, as left is to right. */
    static int compare(Number left, Number right) {
        return isDecimal(left, right)
                ? decimal(left).compareTo(decimal(right))
                : Long.compare(whole(left), whole(right));
    }

    private static boolean isDecimal(@Nullable Object left, @Nullable Object right) {
        return isDecimal(left) || isDecimal(right);
    }

    private static boolean isDecimal(@Nullable Object number) {
        return number instanceof BigDecimal || number instanceof Double || number instanceof Float;
    }

    static BigDecimal decimal(@Nullable Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Number other) {
            return new BigDecimal(other.toString());
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
