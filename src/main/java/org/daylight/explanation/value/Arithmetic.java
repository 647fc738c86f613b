package org.daylight.explanation.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums as the compiled conditions do them: whole numbers stay whole, and division cuts off; with a fraction on either side, exactly. */
final class Arithmetic {
    private Arithmetic() {}

    static Object add(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String || right instanceof String) {
            return String.valueOf(left) + right;
        }
        return isDecimal(left, right)
                ? decimal(left).add(decimal(right))
                : whole(left, right, Math.addExact(whole(left), whole(right)));
    }

    static Object subtract(@Nullable Object left, @Nullable Object right) {
        return isDecimal(left, right)
                ? decimal(left).subtract(decimal(right))
                : whole(left, right, Math.subtractExact(whole(left), whole(right)));
    }

    static Object multiply(@Nullable Object left, @Nullable Object right) {
        return isDecimal(left, right)
                ? decimal(left).multiply(decimal(right))
                : whole(left, right, Math.multiplyExact(whole(left), whole(right)));
    }

    /** A quotient of fractions that does not end is not worked out. */
    static Object divide(@Nullable Object left, @Nullable Object right) {
        return isDecimal(left, right)
                ? decimal(left).divide(decimal(right))
                : whole(left, right, whole(left) / whole(right));
    }

    static Object remainder(@Nullable Object left, @Nullable Object right) {
        return isDecimal(left, right)
                ? decimal(left).remainder(decimal(right))
                : whole(left, right, whole(left) % whole(right));
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

    private static Object whole(@Nullable Object left, @Nullable Object right, long result) {
        boolean isLong = left instanceof Long || right instanceof Long;
        return isLong ? (Object) result : (Object) Math.toIntExact(result);
    }
}
