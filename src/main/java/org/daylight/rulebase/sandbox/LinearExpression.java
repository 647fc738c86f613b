package org.daylight.rulebase.sandbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that takes time in proportion to its size and to the text's length, whatever both are: RE2's. What that
 * cannot do, such as looking back at what an earlier part matched, is refused rather than done slowly.
 */
record LinearExpression(Pattern pattern) {
    static final int MOST_REPEATS = 1_000;
    static final int LARGEST = 2_000;
    private static final int LONGEST = 1_000;
    /** Instructions tried on a letter for a step. */
    private static final int TRIED_A_STEP = 16;
    /** Groups whose places are kept with each letter cost as much as the matching from here on. */
    private static final int GROUPS_A_STEP = 8;

    /** Compiles an expression; what that costs is charged before, in an assessment. */
    static LinearExpression of(String expression) throws UnusableExpressionException {
        if (expression.length() > LONGEST) {
            throw new UnusableExpressionException(
                    expression.substring(0, 40) + "…",
                    "more than " + LONGEST + " letters",
                    "match the parts one after the other");
        }
        long size = ExpressionScan.size(expression);
        if (size > LARGEST) {
            throw new UnusableExpressionException(
                    expression,
                    "repeats of repeats",
                    "repeat less: written out it would have more than " + LARGEST + " parts");
        }
        Meter.steps(compilingCost(expression, size));
        try {
            return new LinearExpression(Pattern.compile(expression));
        } catch (PatternSyntaxException unknown) {
            throw new UnusableExpressionException(expression, unknown.getPattern(), fix(unknown));
        }
    }

    /** A class of letters, such as {@code \p{L}}, is a table of its own. */
    private static long compilingCost(String expression, long size) {
        return 20 + 4L * expression.length() + size;
    }

    private static String fix(PatternSyntaxException unknown) {
        return unknown.getDescription()
                + "; known are those that RE2 knows, such as `\\\\d`, `\\\\w`, `\\\\s`, `\\\\b` and `\\\\p{L}`";
    }

    /** A matcher on a text. It pays for each letter that it looks at, as often as it does. */
    Matcher matcher(CharSequence text) {
        return matcher(pattern, text);
    }

    static Matcher matcher(Pattern pattern, CharSequence text) {
        Meter.step();
        long tried = pattern.programSize() * (1L + pattern.groupCount() / GROUPS_A_STEP);
        return pattern.matcher(new MeteredCharSequence(text, tried, TRIED_A_STEP));
    }
}
