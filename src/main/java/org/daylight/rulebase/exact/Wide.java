package org.daylight.rulebase.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Operators where nothing asks for an {@code int}: whole numbers are computed as {@code long}. Which method stands for an operator
 * is chosen by the compiler, from the types of what the author wrote.
 */
public class Wide {
    /** The decimals of an average. */
    public static final int AVERAGE_SCALE = 10;

    /** More digits, before or behind the point, than any law needs; twice what the meter lets a rule keep. */
    private static final int MOST_DIGITS = 200;

    private static final MathContext QUOTIENT = MathContext.DECIMAL128;

    Wide() {}

    /** The decimal that a literal names; verified to be called on literals only. */
    public static BigDecimal literal(String digits) {
        return canonical(new BigDecimal(digits));
    }

    public static BigDecimal decimal(long whole) {
        return BigDecimal.valueOf(whole);
    }

    /** Of a number of any kind that rules know; null for null. */
    public static @Nullable BigDecimal decimal(@Nullable Number number) {
        if (number instanceof BigDecimal decimal) {
            return canonical(decimal);
        }
        return number == null ? null : BigDecimal.valueOf(wholeOf(number));
    }

    /** The same number without zeros at the end of its fraction, and with all its digits before the point. */
    public static BigDecimal canonical(BigDecimal decimal) {
        if (decimal.scale() == 0) {
            return decimal;
        }
        if (Math.abs((long) decimal.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("a number of more than " + MOST_DIGITS + " digits");
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** All digits, where there are not too many of them. */
    public static String text(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) > MOST_DIGITS ? decimal.toString() : decimal.toPlainString();
    }

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

    private static BigDecimal big(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(wholeOf(number));
    }

    private static long wholeOf(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        throw new ArithmeticException("a binary fraction");
    }

    /** The whole number where an {@code int} is needed. */
    public static int fit(long number) {
        return Math.toIntExact(number);
    }

    /** The whole number where an {@code int} is needed; null for null. */
    public static @Nullable Integer fit(@Nullable Long number) {
        return number == null ? null : (Integer) Math.toIntExact(number);
    }

    /** The same; null for null. */
    public static @Nullable Integer fit(@Nullable Integer number) {
        return number;
    }

    /** The whole number where a {@code long} is needed. */
    public static long whole(long number) {
        return number;
    }

    /** The same; null for null. */
    public static @Nullable Long whole(@Nullable Long number) {
        return number;
    }

    /** The same; null for null. */
    public static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : (Long) number.longValue();
    }

    /** A choice between whole numbers. */
    public static int number(int number) {
        return number;
    }

    /** A choice between whole numbers. */
    public static long number(long number) {
        return number;
    }

    /** A choice between whole numbers and decimals. */
    public static @Nullable BigDecimal number(@Nullable Number number) {
        return decimal(number);
    }

    /** A choice between whole numbers. */
    public static @Nullable Integer number(@Nullable Integer number) {
        return number;
    }

    /** A choice between whole numbers. */
    public static @Nullable Long number(@Nullable Long number) {
        return number;
    }

    /** A choice between letters. */
    public static char number(char letter) {
        return letter;
    }

    /** A choice between texts. */
    public static @Nullable String number(@Nullable String text) {
        return text;
    }

    /** The whole number, for what needs an {@code int}. */
    public static int toInt(long number) {
        return Math.toIntExact(number);
    }

    /** Without its fraction. */
    public static int toInt(@Nullable Object number) {
        return Math.toIntExact(toLong(number));
    }

    public static long toLong(long number) {
        return number;
    }

    /** Without its fraction. */
    public static long toLong(@Nullable Object number) {
        Number present = (Number) Objects.requireNonNull(number);
        return present instanceof BigDecimal decimal
                ? decimal.setScale(0, RoundingMode.DOWN).longValueExact()
                : wholeOf(present);
    }

    public static byte toByte(long number) {
        return (byte) within(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public static short toShort(long number) {
        return (short) within(number, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public static char toChar(long number) {
        return (char) within(number, Character.MIN_VALUE, Character.MAX_VALUE);
    }

    private static long within(long number, long least, long most) {
        if (number < least || number > most) {
            throw new ArithmeticException(number + " is not from " + least + " to " + most);
        }
        return number;
    }
}
