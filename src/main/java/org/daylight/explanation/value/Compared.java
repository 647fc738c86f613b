package org.daylight.explanation.value;

import org.jspecify.annotations.Nullable;

/**
 * A comparison in a condition, with the value of either side.
 *
 * @param left the left side, as written
 * @param operator such as {@code <} or {@code in}; empty for a condition that is true or false by itself
 * @param right the right side, as written
 * @param found the value of the left side
 * @param needed the value of the right side: the one to be less than, equal to, among, and so on
 */
public record Compared(
        String left,
        String operator,
        String right,
        @Nullable Object found,
        @Nullable Object needed) {
    /** Says what the left side would have to be, such as {@code < 500}. */
    public String need() {
        return operator.isEmpty() ? "true" : operator + " " + shown(needed);
    }

    public static String shown(@Nullable Object value) {
        return value == null ? "nothing" : String.valueOf(value);
    }
}
