package org.daylight.rulebase.lint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers from a lower to an upper bound; null means no bound. */
record Interval(
        @Nullable BigDecimal lower,
        boolean withLower,
        @Nullable BigDecimal upper,
        boolean withUpper) {
    static final Interval ALL = new Interval(null, false, null, false);

    static Interval of(String operator, BigDecimal bound) {
        return switch (operator) {
            case "<" -> new Interval(null, false, bound, false);
            case "<=" -> new Interval(null, false, bound, true);
            case ">" -> new Interval(bound, false, null, false);
            case ">=" -> new Interval(bound, true, null, false);
            default -> new Interval(bound, true, bound, true);
        };
    }

    /** The same whole numbers, with bounds that belong to it. */
    Interval whole() {
        return new Interval(
                lower == null || withLower ? lower : lower.add(BigDecimal.ONE),
                lower != null,
                upper == null || withUpper ? upper : upper.subtract(BigDecimal.ONE),
                upper != null);
    }

    Interval and(Interval other) {
        boolean otherLower = other.lower != null
                && (lower == null
                        || other.lower.compareTo(lower) > 0
                        || (other.lower.compareTo(lower) == 0 && withLower));
        boolean otherUpper = other.upper != null
                && (upper == null
                        || other.upper.compareTo(upper) < 0
                        || (other.upper.compareTo(upper) == 0 && withUpper));
        return new Interval(
                otherLower ? other.lower : lower,
                otherLower ? other.withLower : withLower,
                otherUpper ? other.upper : upper,
                otherUpper ? other.withUpper : withUpper);
    }

    boolean isEmpty() {
        if (lower == null || upper == null) {
            return false;
        }
        int order = lower.compareTo(upper);
        return order > 0 || (order == 0 && !(withLower && withUpper));
    }

    boolean isWithin(Interval other) {
        return and(other).equals(this);
    }
}
