package org.daylight.explanation.value;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two values by an operator, and measures how far apart they are. */
final class Operators {
    private Operators() {}

    /** Whether a comparison holds; empty where that is not worked out here, such as for {@code matches}. */
    static Optional<Boolean> hold(String operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case "" -> Optional.of(Boolean.TRUE.equals(left));
            case "==" -> Optional.of(equal(left, right));
            case "!=" -> Optional.of(!equal(left, right));
            case "<" -> order(left, right).map(order -> order < 0);
            case "<=" -> order(left, right).map(order -> order <= 0);
            case ">" -> order(left, right).map(order -> order > 0);
            case ">=" -> order(left, right).map(order -> order >= 0);
            case "in" -> Optional.of(isIn(left, right));
            case "not in" -> Optional.of(!isIn(left, right));
            default -> Optional.empty();
        };
    }

    /** How far apart two values are, in days for dates; {@link Double#MAX_VALUE} for values that have no distance. */
    static double distance(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number number && right instanceof Number other) {
            return Math.abs(number.doubleValue() - other.doubleValue());
        }
        if (left instanceof LocalDate date && right instanceof LocalDate other) {
            return Math.abs((double) date.toEpochDay() - other.toEpochDay());
        }
        return Double.MAX_VALUE;
    }

    private static boolean isIn(@Nullable Object left, @Nullable Object right) {
        return right instanceof Collection<?> choices && choices.stream().anyMatch(choice -> equal(left, choice));
    }

    private static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number number && right instanceof Number other) {
            return Arithmetic.compare(number, other) == 0;
        }
        return Objects.equals(left, right);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Optional<Integer> order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number number && right instanceof Number other) {
            return Optional.of(Arithmetic.compare(number, other));
        }
        if (left instanceof Comparable comparable && right != null && right.getClass() == left.getClass()) {
            return Optional.of(comparable.compareTo(right));
        }
        return Optional.empty();
    }
}
