package org.daylight.explanation.value;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of a condition that does not hold, with the value of either side.
 *
 * @param left what is compared, as written
 * @param operator such as {@code <} or {@code in}; empty for a condition that is true or false by itself
 * @param right what it is compared with, as written
 * @param found what the left side is
 * @param needed what the right side is: the value to be less than, equal to, among, and so on
 */
public record Compared(
        String left,
        String operator,
        String right,
        @Nullable Object found,
        @Nullable Object needed) {
    /** Such as {@code < 500}. */
    public String need() {
        return operator.isEmpty() ? "true" : operator + " " + shown(needed);
    }

    public static String shown(@Nullable Object value) {
        return value == null ? "nothing" : String.valueOf(value);
    }
}
