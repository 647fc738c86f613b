package org.daylight.rulebase.exact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers on their way to where a kind of number is needed: a literal, a choice between two, an argument, a cast. Whatever does not
 * fit is an error and never another number.
 */
public class Conversion {
    /** More digits, before or behind the point, than any law needs; twice what the meter lets a rule keep. */
    private static final int MOST_DIGITS = 200;

    Conversion() {}

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

    static BigDecimal big(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(wholeOf(number));
    }

    static long wholeOf(Number number) {
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
