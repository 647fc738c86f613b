package org.daylight.scheme;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as JSON writes them (RFC 8259), exactly; other ways to write one mean different numbers to different people. */
public final class WrittenNumber {
    /** Digits and all; far beyond any amount, and short enough to count with. */
    private static final int LONGEST = 100;

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*+)");
    private static final Pattern JSON = Pattern.compile(WHOLE + "(\\.[0-9]++)?([eE][-+]?[0-9]++)?");

    private WrittenNumber() {}

    /** {@link Long} where it fits, else {@link BigDecimal}; null for what is no number. */
    public static @Nullable Number read(String text) {
        if (text.length() > LONGEST || !JSON.matcher(text).matches()) {
            return null;
        }
        try {
            return WHOLE.matcher(text).matches() ? (Number) Long.valueOf(text) : new BigDecimal(text);
        } catch (NumberFormatException beyondLong) {
            return decimal(text);
        }
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException beyondCounting) {
            return null;
        }
    }

    /**
     * Reads a whole number.
     *
     * @throws IllegalArgumentException when it is none that fits
     */
    public static long whole(String text) {
        if (read(text) instanceof Long whole) {
            return whole;
        }
        throw new IllegalArgumentException(text);
    }

    /** @throws IllegalArgumentException when it is no number */
    static BigDecimal exact(String text) {
        Number number = read(text);
        if (number == null) {
            throw new IllegalArgumentException(text);
        }
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(text);
    }
}
