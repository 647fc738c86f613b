package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;
import org.daylight.rulebase.exact.Wide;
import org.drools.modelcompiler.util.EvaluationUtil;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for the engine's comparisons, which make binary fractions of numbers: 9007199254740993 would be 9007199254740992, and
 * texts would be compared as numbers. What is absent is neither less nor more than anything, and equal to what is absent only.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
public final class ExactComparisons extends EvaluationUtil {
    private ExactComparisons() {}

    public static boolean areNullSafeEquals(@Nullable Object left, @Nullable Object right) {
        return Wide.equal(left, right);
    }

    public static boolean areNumbersNullSafeEquals(@Nullable Number left, @Nullable Number right) {
        return Wide.equal(left, right);
    }

    public static boolean equals(@Nullable Comparable left, @Nullable Comparable right) {
        return Wide.equal(left, right);
    }

    public static boolean notEquals(@Nullable Comparable left, @Nullable Comparable right) {
        return !Wide.equal(left, right);
    }

    public static boolean greaterThan(@Nullable Comparable left, @Nullable Comparable right) {
        return left != null && right != null && compare(left, right) > 0;
    }

    public static boolean lessThan(@Nullable Comparable left, @Nullable Comparable right) {
        return left != null && right != null && compare(left, right) < 0;
    }

    public static boolean greaterOrEqual(@Nullable Comparable left, @Nullable Comparable right) {
        return left != null && right != null && compare(left, right) >= 0;
    }

    public static boolean lessOrEqual(@Nullable Comparable left, @Nullable Comparable right) {
        return left != null && right != null && compare(left, right) <= 0;
    }

    public static boolean greaterThan(@Nullable Object left, @Nullable Comparable right) {
        return greaterThan((Comparable) left, right);
    }

    public static boolean lessThan(@Nullable Object left, @Nullable Comparable right) {
        return lessThan((Comparable) left, right);
    }

    public static boolean greaterOrEqual(@Nullable Object left, @Nullable Comparable right) {
        return greaterOrEqual((Comparable) left, right);
    }

    public static boolean lessOrEqual(@Nullable Object left, @Nullable Comparable right) {
        return lessOrEqual((Comparable) left, right);
    }

    public static boolean greaterThan(@Nullable Comparable left, @Nullable Object right) {
        return greaterThan(left, (Comparable) right);
    }

    public static boolean lessThan(@Nullable Comparable left, @Nullable Object right) {
        return lessThan(left, (Comparable) right);
    }

    public static boolean greaterOrEqual(@Nullable Comparable left, @Nullable Object right) {
        return greaterOrEqual(left, (Comparable) right);
    }

    public static boolean lessOrEqual(@Nullable Comparable left, @Nullable Object right) {
        return lessOrEqual(left, (Comparable) right);
    }

    public static boolean greaterThanNumbers(@Nullable Number left, @Nullable Number right) {
        return greaterThan((Comparable) left, (Comparable) right);
    }

    public static boolean greaterThanNumbers(@Nullable Number left, @Nullable Object right) {
        return greaterThan((Comparable) left, (Comparable) right);
    }

    public static boolean greaterThanNumbers(@Nullable Long left, @Nullable Long right) {
        return left != null && right != null && left > right;
    }

    public static boolean lessThanNumbers(@Nullable Number left, @Nullable Number right) {
        return lessThan((Comparable) left, (Comparable) right);
    }

    public static boolean lessThanNumbers(@Nullable Number left, @Nullable Object right) {
        return lessThan((Comparable) left, (Comparable) right);
    }

    public static boolean lessThanNumbers(@Nullable Long left, @Nullable Long right) {
        return left != null && right != null && left < right;
    }

    public static boolean greaterOrEqualNumbers(@Nullable Number left, @Nullable Number right) {
        return greaterOrEqual((Comparable) left, (Comparable) right);
    }

    public static boolean greaterOrEqualNumbers(@Nullable Long left, @Nullable Long right) {
        return left != null && right != null && left >= right;
    }

    public static boolean lessOrEqualNumbers(@Nullable Number left, @Nullable Number right) {
        return lessOrEqual((Comparable) left, (Comparable) right);
    }

    public static boolean lessOrEqualNumbers(@Nullable Long left, @Nullable Long right) {
        return left != null && right != null && left <= right;
    }

    public static boolean greaterThanStringsAsNumbers(@Nullable String left, @Nullable String right) {
        return greaterThan((Comparable) left, (Comparable) right);
    }

    public static boolean lessThanStringsAsNumbers(@Nullable String left, @Nullable String right) {
        return lessThan((Comparable) left, (Comparable) right);
    }

    public static boolean greaterOrEqualStringsAsNumbers(@Nullable String left, @Nullable String right) {
        return greaterOrEqual((Comparable) left, (Comparable) right);
    }

    public static boolean lessOrEqualStringsAsNumbers(@Nullable String left, @Nullable String right) {
        return lessOrEqual((Comparable) left, (Comparable) right);
    }

    public static @Nullable BigDecimal toBigDecimal(@Nullable Object number) {
        return Wide.decimal((Number) number);
    }

    private static int compare(Comparable left, Comparable right) {
        return left instanceof Number number && right instanceof Number other
                ? Wide.compare(number, other)
                : left.compareTo(right);
    }
}
