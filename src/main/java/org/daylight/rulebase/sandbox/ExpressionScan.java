package org.daylight.rulebase.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression once from the left, before it is compiled: how large a program it becomes, for repeats multiply; and
 * what the linear library would take for something else than other libraries do, without a word.
 */
final class ExpressionScan {
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");
    private static final Pattern LOOK = Pattern.compile("\\(\\?<?[=!]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:Q.*?(?:\\\\E|$)|[pPx]\\{[^}]*}|.)", Pattern.DOTALL);

    private final String text;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long total;
    private long last;
    private int at;

    private ExpressionScan(String text) {
        this.text = text;
    }

    /** The size of the program, in instructions, give or take a few for each group. */
    static long size(String text) throws UnusableExpressionException {
        ExpressionScan scan = new ExpressionScan(text);
        while (scan.at < text.length()) {
            scan.read();
        }
        while (!scan.outer.isEmpty()) {
            scan.close();
        }
        return scan.total + scan.last;
    }

    private void read() throws UnusableExpressionException {
        switch (text.charAt(at)) {
            case '(' -> open();
            case ')' -> {
                close();
                at++;
            }
            case '[' -> letters();
            case '\\' -> {
                if (at + 1 < text.length() && (Character.isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == 'k')) {
                    throw unusable(text.substring(at, at + 2), "compare the two parts in a condition of their own");
                }
                one(matched(ESCAPED));
            }
            case '{' -> repeat();
            case '*', '+', '?' -> {
                last++;
                at++;
                possessive();
            }
            default -> one(1);
        }
    }

    private void open() throws UnusableExpressionException {
        Matcher look = LOOK.matcher(text).region(at, text.length());
        if (look.lookingAt()) {
            throw unusable(look.group(), "write two conditions, or name what may stand there");
        }
        if (text.startsWith("(?>", at)) {
            throw unusable("(?>", "write `(?:` instead: nothing is tried again in any case");
        }
        outer.push(total + last);
        total = 0;
        last = 0;
        at++;
    }

    private void close() {
        long inside = total + last + 2;
        total = outer.isEmpty() ? total : outer.pop();
        last = inside;
    }

    private void one(int length) {
        total += last;
        last = 1;
        at += Math.max(1, length);
    }

    private void repeat() throws UnusableExpressionException {
        Matcher repeat = REPEAT.matcher(text).region(at, text.length());
        if (!repeat.lookingAt()) {
            throw unusable("{", "write `{2}`, `{2,}` or `{2,3}` to repeat, and `\\\\{` for a brace");
        }
        int times = Math.max(times(repeat.group(1)), times(repeat.group(2)));
        if (times > LinearExpression.MOST_REPEATS) {
            throw unusable(repeat.group(), "repeat at most " + LinearExpression.MOST_REPEATS + " times");
        }
        last = Math.min(LinearExpression.LARGEST + 1L, last * Math.max(1, times) + 1);
        at += repeat.group().length();
        possessive();
    }

    private static int times(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return 0;
        }
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private void possessive() throws UnusableExpressionException {
        if (at < text.length() && text.charAt(at) == '+') {
            throw unusable(
                    text.substring(at - 1, at + 1), "leave the second sign away: nothing is tried again in any case");
        }
    }

    /** A class of letters. Inside, the library knows neither classes nor {@code &&}, and would take them for letters. */
    private void letters() throws UnusableExpressionException {
        int end = at + 1;
        if (text.startsWith("^", end)) {
            end++;
        }
        if (text.startsWith("]", end)) {
            end++;
        }
        while (end < text.length() && text.charAt(end) != ']') {
            if (text.startsWith("&&", end)) {
                throw unusable("&&", "write out the letters that are meant");
            }
            if (text.startsWith("[:", end)) {
                end = Math.max(end, text.indexOf(":]", end)) + 1;
            } else if (text.charAt(end) == '[') {
                throw unusable("[ in [ ]", "write one class, or `\\\\[` for a bracket");
            } else if (text.charAt(end) == '\\') {
                end += ESCAPED.matcher(text).region(end, text.length()).lookingAt() ? 1 : 0;
            }
            end++;
        }
        one(end + 1 - at);
    }

    private int matched(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() - at : 1;
    }

    private UnusableExpressionException unusable(String found, String fix) {
        return new UnusableExpressionException(text, found, fix);
    }
}
