package org.daylight.rulebase.exact;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comparisons of numbers by value, whatever their kinds, and of all else by content. */
public class Order extends Conversion {
    Order() {}

    public static boolean less(long left, long right) {
        return left < right;
    }

    public static boolean less(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) < 0;
    }

    public static boolean less(BigDecimal left, long right) {
        return less(left, decimal(right));
    }

    public static boolean less(long left, BigDecimal right) {
        return less(decimal(left), right);
    }

    public static boolean atMost(long left, long right) {
        return left <= right;
    }

    public static boolean atMost(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) <= 0;
    }

    public static boolean atMost(BigDecimal left, long right) {
        return atMost(left, decimal(right));
    }

    public static boolean atMost(long left, BigDecimal right) {
        return atMost(decimal(left), right);
    }

    public static boolean greater(long left, long right) {
        return left > right;
    }

    public static boolean greater(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) > 0;
    }

    public static boolean greater(BigDecimal left, long right) {
        return greater(left, decimal(right));
    }

    public static boolean greater(long left, BigDecimal right) {
        return greater(decimal(left), right);
    }

    public static boolean atLeast(long left, long right) {
        return left >= right;
    }

    public static boolean atLeast(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) >= 0;
    }

    public static boolean atLeast(BigDecimal left, long right) {
        return atLeast(left, decimal(right));
    }

    public static boolean atLeast(long left, BigDecimal right) {
        return atLeast(decimal(left), right);
    }

    public static boolean same(long left, long right) {
        return left == right;
    }

    public static boolean same(@Nullable Integer left, long right) {
        return equal(left, right);
    }

    public static boolean same(long left, @Nullable Integer right) {
        return equal(left, right);
    }

    public static boolean same(@Nullable Long left, long right) {
        return equal(left, right);
    }

    public static boolean same(long left, @Nullable Long right) {
        return equal(left, right);
    }

    public static boolean same(boolean left, boolean right) {
        return left == right;
    }

    public static boolean same(@Nullable Boolean left, boolean right) {
        return equal(left, right);
    }

    public static boolean same(boolean left, @Nullable Boolean right) {
        return equal(left, right);
    }

    public static boolean same(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return equal(left, right);
    }

    public static boolean same(@Nullable BigDecimal left, long right) {
        return equal(left, right);
    }

    public static boolean same(long left, @Nullable BigDecimal right) {
        return equal(left, right);
    }

    public static boolean same(@Nullable Comparable<?> left, @Nullable Comparable<?> right) {
        return equal(left, right);
    }

    /** Whether two values say the same: numbers by value, whatever their kinds, a letter as the text
     * of one, all else by content. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left instanceof Character letter) {
            return equal(letter.toString(), right);
        }
        if (right instanceof Character letter) {
            return equal(left, letter.toString());
        }
        if (left instanceof Number number && right instanceof Number other) {
            return compare(number, other) == 0;
        }
        return Objects.equals(left, right);
    }

    /** Less than, equal to or greater than zero, as left is to right. */
    public static int compare(Number left, Number right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return big(left).compareTo(big(right));
        }
        return Long.compare(wholeOf(left), wholeOf(right));
    }
}
