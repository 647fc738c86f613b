package org.daylight.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic as laws print it, on whole numbers: "plus 25 percent, without what follows the second decimal" is
 * {@code Numbers.truncated( 125 * $coefficient, 100 )}. A result that needs more than 64 bits, like a division by nothing, ends the
 * assessment with an error.
 */
public final class Numbers {
    /** More decimals than any law prints. */
    private static final int MOST_DECIMALS = 18;

    private Numbers() {}

    /** The quotient without its fraction: 7 by 2 is 3, and -7 by 2 is -3. */
    public static long truncated(long dividend, long divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
    }

    /** The whole number nearest to the quotient; halfway, the one further from zero: 7 by 2 is 4, and -7 by 2 is -4. */
    public static long rounded(long dividend, long divisor) {
        long quotient = truncated(dividend, divisor);
        long rest = Math.abs(dividend % divisor);
        long missing = Math.abs(divisor) - rest;
        // A rest of zero misses the whole divisor; the magnitude of the smallest long is negative, and its rest too.
        return Long.compareUnsigned(rest, missing) < 0 ? quotient : Math.addExact(quotient, sign(dividend, divisor));
    }

    /** The smallest whole number that is not less than the quotient: 7 by 2 is 4, and -7 by 2 is -3. */
    public static long roundedUp(long dividend, long divisor) {
        long quotient = truncated(dividend, divisor);
        boolean above = dividend % divisor != 0 && sign(dividend, divisor) > 0;
        return above ? Math.addExact(quotient, 1) : quotient;
    }

    /** The value, or the nearer limit where it lies outside. */
    public static long within(long least, long value, long most) {
        if (least > most) {
            throw new IllegalArgumentException("nothing lies from " + least + " to " + most);
        }
        return Math.max(least, Math.min(value, most));
    }

    /** A number of smallest units as people write it: 95 with 2 decimals is {@code 0.95}. */
    public static String decimal(long units, int decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("a number has 0 to " + MOST_DECIMALS + " decimals, not " + decimals);
        }
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    /** The same number, which may be of more digits from here on: what is summed. */
    public static long whole(long number) {
        return number;
    }

    /** The same number; null for null. */
    public static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : (Long) number.longValue();
    }

    /** The same number; null for null. */
    public static @Nullable Long whole(@Nullable Long number) {
        return number;
    }

    /** The same number; null for null. */
    public static @Nullable BigDecimal whole(@Nullable BigDecimal number) {
        return number;
    }

    private static int sign(long dividend, long divisor) {
        return (dividend < 0) == (divisor < 0) ? 1 : -1;
    }
}
