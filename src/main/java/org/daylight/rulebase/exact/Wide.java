package org.daylight.rulebase.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Operators where nothing asks for an {@code int}: whole numbers are computed as {@code long}. Which method stands for an operator
 * is chosen by the compiler, from the types of what the author wrote.
 */
public class Wide extends Order {
    /** The decimals of an average. */
    public static final int AVERAGE_SCALE = 10;

    private static final MathContext QUOTIENT = MathContext.DECIMAL128;

    Wide() {}

    public static long plus(long left, long right) {
        return Math.addExact(left, right);
    }

    public static BigDecimal plus(BigDecimal left, BigDecimal right) {
        return canonical(left.add(right));
    }

    public static BigDecimal plus(BigDecimal left, long right) {
        return plus(left, decimal(right));
    }

    public static BigDecimal plus(long left, BigDecimal right) {
        return plus(decimal(left), right);
    }

    public static String plus(@Nullable String left, @Nullable Object right) {
        return left + right;
    }

    public static String plus(@Nullable Object left, @Nullable String right) {
        return left + right;
    }

    public static String plus(@Nullable String left, @Nullable String right) {
        return left + right;
    }

    /** A letter is a text of one letter. */
    public static String plus(char left, char right) {
        return String.valueOf(left) + right;
    }

    public static String plus(char left, int right) {
        return String.valueOf(left) + right;
    }

    public static String plus(char left, long right) {
        return String.valueOf(left) + right;
    }

    public static String plus(int left, char right) {
        return String.valueOf(left) + right;
    }

    public static String plus(long left, char right) {
        return String.valueOf(left) + right;
    }

    public static long minus(long left, long right) {
        return Math.subtractExact(left, right);
    }

    public static BigDecimal minus(BigDecimal left, BigDecimal right) {
        return canonical(left.subtract(right));
    }

    public static BigDecimal minus(BigDecimal left, long right) {
        return minus(left, decimal(right));
    }

    public static BigDecimal minus(long left, BigDecimal right) {
        return minus(decimal(left), right);
    }

    public static long times(long left, long right) {
        return Math.multiplyExact(left, right);
    }

    public static BigDecimal times(BigDecimal left, BigDecimal right) {
        return canonical(left.multiply(right));
    }

    public static BigDecimal times(BigDecimal left, long right) {
        return times(left, decimal(right));
    }

    public static BigDecimal times(long left, BigDecimal right) {
        return times(decimal(left), right);
    }

    /** The quotient without its fraction. */
    public static long divide(long left, long right) {
        return right == -1 ? Math.negateExact(left) : left / right;
    }

    public static BigDecimal divide(BigDecimal left, BigDecimal right) {
        return canonical(left.divide(right, QUOTIENT));
    }

    public static BigDecimal divide(BigDecimal left, long right) {
        return divide(left, decimal(right));
    }

    public static BigDecimal divide(long left, BigDecimal right) {
        return divide(decimal(left), right);
    }

    public static long remainder(long left, long right) {
        return left % right;
    }

    public static BigDecimal remainder(BigDecimal left, BigDecimal right) {
        return canonical(left.remainder(right));
    }

    public static BigDecimal remainder(BigDecimal left, long right) {
        return remainder(left, decimal(right));
    }

    public static BigDecimal remainder(long left, BigDecimal right) {
        return remainder(decimal(left), right);
    }

    public static long negate(long number) {
        return Math.negateExact(number);
    }

    public static BigDecimal negate(BigDecimal number) {
        return number.negate();
    }

    public static long abs(long number) {
        return number < 0 ? Math.negateExact(number) : number;
    }

    public static BigDecimal abs(BigDecimal number) {
        return number.abs();
    }

    public static long max(long left, long right) {
        return Math.max(left, right);
    }

    public static BigDecimal max(BigDecimal left, BigDecimal right) {
        return left.max(right);
    }

    public static BigDecimal max(BigDecimal left, long right) {
        return max(left, decimal(right));
    }

    public static BigDecimal max(long left, BigDecimal right) {
        return max(decimal(left), right);
    }

    public static long min(long left, long right) {
        return Math.min(left, right);
    }

    public static BigDecimal min(BigDecimal left, BigDecimal right) {
        return left.min(right);
    }

    public static BigDecimal min(BigDecimal left, long right) {
        return min(left, decimal(right));
    }

    public static BigDecimal min(long left, BigDecimal right) {
        return min(decimal(left), right);
    }

    /** The nearest whole number; halfway, the greater one, as {@link Math#round(double)}. */
    public static long round(BigDecimal number) {
        return floor(number.add(new BigDecimal("0.5")));
    }

    public static long round(long number) {
        return number;
    }

    public static long floor(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    public static long floor(long number) {
        return number;
    }

    public static long ceil(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    public static long ceil(long number) {
        return number;
    }

    /** The quotient rounded down. */
    public static long floorDiv(long left, long right) {
        return right == -1 ? Math.negateExact(left) : Math.floorDiv(left, right);
    }

    public static long floorMod(long left, long right) {
        return Math.floorMod(left, right);
    }
}
