package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the rules of one assessment do, and ends it when a budget is used up. The same input takes the same steps on every
 * machine. Woven calls find the meter of their thread; outside an assessment there is none and nothing is counted.
 */
public final class Meter {
    private static final ThreadLocal<@Nullable Meter> CURRENT = new ThreadLocal<>();
    private static final int LETTERS_A_STEP = 64;
    private static final int ELEMENTS_A_STEP = 8;
    private static final int MOST_DIGITS = 100;
    private static final int LONGEST_EXPRESSION = 1_000;
    /** A longer one could need a deeper stack than every machine has. */
    private static final int LONGEST_MATCHED = 2_000;

    private final Budget budget;
    private long left;
    private String rule = "";
    private @Nullable BudgetExhaustedException exhausted;

    private Meter(Budget budget) {
        this.budget = budget;
        this.left = budget.steps();
    }

    /** Begins to count on this thread. */
    public static Meter start(Budget budget) {
        Meter meter = new Meter(budget);
        CURRENT.set(meter);
        return meter;
    }

    /** Ends counting on this thread. */
    public void stop() {
        CURRENT.remove();
    }

    /** What used up a budget, even where an author's code caught it; null while all is well. */
    public @Nullable BudgetExhaustedException exhausted() {
        return exhausted;
    }

    public long used() {
        return budget.steps() - left;
    }

    private void charge(long steps) {
        left -= steps;
        if (left < 0) {
            throw exhaust("used more than " + budget.steps() + " steps");
        }
    }

    private BudgetExhaustedException exhaust(String message) {
        left = Math.min(left, 0);
        if (exhausted == null) {
            exhausted = new BudgetExhaustedException(rule, message);
        }
        return exhausted;
    }

    // ---- What is woven into authors' code -----------------------------------------------------------------------

    /** A method of this rule is entered. */
    public static void enter(String rule) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.rule = rule;
            meter.charge(1);
        }
    }

    /** A loop turns, or two data are held against each other. */
    public static void step() {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.charge(1);
        }
    }

    /** A text was made. */
    public static void text(@Nullable CharSequence made) {
        Meter meter = CURRENT.get();
        if (meter != null && made != null) {
            meter.letters(made.length());
        }
    }

    /** So many letters were added to a text that now has {@code length}. */
    static void text(int length, int added) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            if (length > meter.budget.text()) {
                meter.letters(length);
            }
            meter.charge(added / LETTERS_A_STEP);
        }
    }

    /** Something that costs many steps is about to be done. */
    static void steps(long steps) {
        if (steps > 0) {
            Meter meter = CURRENT.get();
            if (meter != null) {
                meter.charge(steps);
            }
        }
    }

    /** What an author's code must not go on after; outside an assessment nothing is remembered. */
    static Error refuse(String message) {
        Meter meter = CURRENT.get();
        return meter == null ? new BudgetExhaustedException("", message) : meter.exhaust(message);
    }

    /** At the beginning of each handler that would catch everything: errors are not an author's to catch. */
    public static void caught(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private void letters(long letters) {
        if (letters > budget.text()) {
            throw exhaust("made a text of more than " + budget.text() + " letters");
        }
        charge(letters / LETTERS_A_STEP);
    }

    /** An array is about to be made; returns its length. */
    public static int array(int length) {
        elements(length);
        return length;
    }

    private static void elements(long count) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            if (count > meter.budget.elements()) {
                throw meter.exhaust("made a collection of more than " + meter.budget.elements() + " elements");
            }
            meter.charge(Math.max(0, count) / ELEMENTS_A_STEP);
        }
    }

    /** A decimal was made. */
    public static void decimal(@Nullable BigDecimal made) {
        if (made != null && (Math.abs((long) made.scale()) > MOST_DIGITS || made.precision() > MOST_DIGITS)) {
            tooManyDigits();
        }
    }

    private static void tooManyDigits() {
        throw refuse("made a number of more than " + MOST_DIGITS + " digits");
    }

    // ---- What stands in for methods whose cost depends on their arguments ----------------------------------------

    public static boolean matches(String text, String expression) {
        return matcher(text, expression).matches();
    }

    /** In place of {@link Pattern#matcher}: its matcher pays for every letter it looks at. */
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        limit(text.length(), LONGEST_MATCHED, "matched a text");
        return pattern.matcher(new MeteredCharSequence(text));
    }

    private static Matcher matcher(String text, String expression) {
        limit(expression.length(), LONGEST_EXPRESSION, "used a regular expression");
        return matcher(Pattern.compile(expression), text);
    }

    private static void limit(int letters, int most, String what) {
        if (letters > most) {
            throw refuse(what + " of more than " + most + " letters");
        }
    }

    public static String replaceAll(String text, String expression, String replacement) {
        growth(text, replacement);
        return matcher(text, expression).replaceAll(replacement);
    }

    public static String replaceFirst(String text, String expression, String replacement) {
        return matcher(text, expression).replaceFirst(replacement);
    }

    public static String replace(String text, CharSequence target, CharSequence replacement) {
        growth(text, replacement);
        return text.replace(target, replacement);
    }

    /** At worst the replacement comes before, after and in place of every letter. */
    private static void growth(String text, CharSequence replacement) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.letters((text.length() + 1L) * Math.max(1, replacement.length()));
        }
    }

    public static String repeat(String text, int times) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.letters((long) text.length() * Math.max(0, times));
        }
        return text.repeat(times);
    }

    /** In the root locale, so that the machine's own does not decide. */
    public static String toLowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public static String toUpperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static <T> boolean addAll(Collection<T> to, Collection<? extends T> from) {
        elements((long) to.size() + from.size());
        return to.addAll(new ArrayList<>(from));
    }

    public static <K, V> void putAll(Map<K, V> to, Map<? extends K, ? extends V> from) {
        elements((long) to.size() + from.size());
        to.putAll(from);
    }

    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        scale(scale);
        return number.setScale(scale, rounding);
    }

    public static BigDecimal setScale(BigDecimal number, int scale) {
        scale(scale);
        return number.setScale(scale);
    }

    public static BigDecimal divide(BigDecimal number, BigDecimal by, int scale, RoundingMode rounding) {
        scale(scale);
        return number.divide(by, scale, rounding);
    }

    private static void scale(int scale) {
        if (Math.abs((long) scale) > MOST_DIGITS) {
            tooManyDigits();
        }
    }
}
