package org.daylight.evaluation;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Describes what stopped a rule, the same on every machine: Java's own messages name classes and places in memory. */
final class RuleFailureText {
    /** Of what an author throws; the rest hardly helps, and would be in every log. */
    private static final int MOST_LETTERS = 200;

    private RuleFailureText() {}

    static String describe(@Nullable Throwable thrown) {
        Throwable root = thrown;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof NullPointerException) {
            return "used a value that is absent";
        }
        if (root instanceof ClassCastException) {
            return "took a value for one of another type";
        }
        if (root instanceof NumberFormatException) {
            return "read a text as a number that is none";
        }
        if (root instanceof ArithmeticException arithmetic) {
            return "could not compute: " + describe(String.valueOf(arithmetic.getMessage()));
        }
        if (root instanceof IndexOutOfBoundsException || root instanceof NoSuchElementException) {
            return "looked for an element or a letter that is not there";
        }
        if (root instanceof StackOverflowError) {
            return "went too deep";
        }
        if (root instanceof DateTimeException) {
            return "used a date that does not exist, or a text that is none";
        }
        if (root instanceof UnsupportedOperationException) {
            return "changed something that cannot be changed";
        }
        if (root instanceof IllegalArgumentException
                && String.valueOf(root.getMessage()).startsWith("No enum constant ")) {
            return "read a text as a choice that is none";
        }
        return root == null || root.getMessage() == null ? "failed" : "failed: " + shortened(root.getMessage());
    }

    private static String shortened(String message) {
        return message.length() <= MOST_LETTERS ? message : message.substring(0, MOST_LETTERS) + "…";
    }

    private static String describe(String arithmetic) {
        String lower = arithmetic.toLowerCase(Locale.ROOT);
        if (lower.contains("zero") || lower.contains("undefined")) {
            return "division by zero";
        }
        if (lower.contains("integer overflow") || lower.contains("int range")) {
            return "a whole number beyond the range of `int`; declare it `long`, or write `L` behind a number that it is computed with, as in `2L`";
        }
        if (lower.contains("overflow") || lower.contains("long range")) {
            return "a whole number beyond the range of `long`; with a decimal, such as `1.0`, it is computed as one";
        }
        if (lower.contains("rounding necessary")) {
            return "a fraction where a whole number is needed";
        }
        return lower.contains("non-terminating") ? "a quotient without an end; say to how many decimals" : arithmetic;
    }
}
