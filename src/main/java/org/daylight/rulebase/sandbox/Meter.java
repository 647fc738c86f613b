package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the rules of one assessment do, and ends it when a budget is used up. The same input takes the same steps on every
 * machine. Woven calls find the meter of their thread; outside an assessment there is none and nothing is counted.
 */
public final class Meter {
    private static final ThreadLocal<@Nullable Meter> CURRENT = new ThreadLocal<>();
    static final int LETTERS_A_STEP = 32;
    static final int ELEMENTS_A_STEP = 8;
    /** An exception is filled with the whole stack, which is some hundred calls deep. */
    private static final int STEPS_OF_AN_EXCEPTION = 60;

    private static final int MOST_EXPRESSIONS = 100;
    private static final int MOST_DIGITS = 100;
    private static final int DEEPEST = 32;

    private final Budget budget;
    private final Map<String, LinearExpression> expressions = new HashMap<>();
    private long remaining;
    private String rule = "";
    private boolean hasKeysWithoutOrder;
    private @Nullable BudgetExhaustedException exhausted;

    private Meter(Budget budget) {
        this.budget = budget;
        this.remaining = budget.steps();
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

    /** The exception that ended the assessment, even where an author's code caught it; null while all is well. */
    public @Nullable BudgetExhaustedException exhausted() {
        return exhausted;
    }

    /** The rule whose code was entered last, or whose data were joined last; empty before any. */
    public String rule() {
        return rule;
    }

    /** The steps counted so far. */
    public long spent() {
        return budget.steps() - remaining;
    }

    private void charge(long steps) {
        remaining -= steps;
        if (remaining < 0) {
            throw exhaust("used more than " + budget.steps() + " steps");
        }
    }

    private BudgetExhaustedException exhaust(String message) {
        remaining = Math.min(remaining, 0);
        if (exhausted == null) {
            exhausted = new BudgetExhaustedException(rule, message);
        }
        return exhausted;
    }

    /** Counts that a method of this rule is entered. */
    public static void enter(String rule, int steps) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.rule = rule;
            meter.charge(steps);
        }
    }

    /** Counts a turn of a loop. */
    public static void steps(int steps) {
        steps((long) steps);
    }

    /** Counts a datum or a pair of data looked at. */
    static void step() {
        steps(1L);
    }

    /** Counts a text that was made. */
    public static void text(@Nullable String made) {
        if (made != null && made.length() >= LETTERS_A_STEP) {
            letters(made.length());
        }
    }

    /** Checks the length of a text under way, which was paid for as it grew. */
    public static void builder(@Nullable StringBuilder made) {
        if (made != null && made.length() >= LETTERS_A_STEP) {
            text(made.length(), 0);
        }
    }

    /** Counts letters that were added to a text, which now has {@code length}. */
    static void text(int length, int added) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            if (length > meter.budget.text()) {
                throw meter.exhaust("made a text of more than " + meter.budget.text() + " letters");
            }
            meter.charge(added / LETTERS_A_STEP);
        }
    }

    /** Counts steps of work that is about to be done. */
    static void steps(long steps) {
        if (steps > 0) {
            Meter meter = CURRENT.get();
            if (meter != null) {
                meter.charge(steps);
            }
        }
    }

    /** The error for what code must not do, to be thrown by the caller. It ends the assessment even where code catches it. */
    static Error refuse(String message) {
        Meter meter = CURRENT.get();
        return meter == null ? new BudgetExhaustedException("", message) : meter.exhaust(message);
    }

    /** Counts an exception that a handler caught, and throws an error on, for errors are not an author's to catch. */
    public static void caught(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        steps(STEPS_OF_AN_EXCEPTION);
    }

    /** The compiled expression; an assessment compiles each once, unless it uses very many. */
    static LinearExpression expression(String expression) {
        Meter meter = CURRENT.get();
        LinearExpression known = meter == null ? null : meter.expressions.get(expression);
        if (known != null) {
            return known;
        }
        try {
            LinearExpression compiled = LinearExpression.of(expression);
            if (meter != null) {
                if (meter.expressions.size() == MOST_EXPRESSIONS) {
                    meter.expressions.clear();
                }
                meter.expressions.put(expression, compiled);
            }
            return compiled;
        } catch (UnusableExpressionException unusable) {
            throw refuse("used a regular expression that cannot be: " + unusable.getMessage());
        }
    }

    /** Counts a text of at most so many letters that is about to be made. */
    static void letters(long letters) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.payForText(letters);
        }
    }

    private void payForText(long letters) {
        if (letters > budget.text()) {
            throw exhaust("made a text of more than " + budget.text() + " letters");
        }
        charge(letters / LETTERS_A_STEP);
    }

    /** Notes that keys of one hash, which a map cannot sort, may be in any map from now on. */
    static void keysWithoutOrder() {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.hasKeysWithoutOrder = true;
        }
    }

    static boolean hasKeysWithoutOrder() {
        Meter meter = CURRENT.get();
        return meter != null && meter.hasKeysWithoutOrder;
    }

    /** Counts an array that is about to be made, and returns its length. */
    public static int array(int length) {
        elements(length);
        return length;
    }

    /** Counts a collection of so many elements that is about to be made. */
    static void elements(long count) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            if (count > meter.budget.elements()) {
                throw meter.exhaust("made a collection of more than " + meter.budget.elements() + " elements");
            }
            meter.charge(Math.max(0, count) / ELEMENTS_A_STEP);
        }
    }

    /** Checks how deep collections are in each other. */
    static void depth(int depth) {
        if (depth > DEEPEST) {
            throw refuse("put collections into each other more than " + DEEPEST + " deep");
        }
    }

    /** Checks the digits of a decimal that was made. */
    public static void decimal(@Nullable BigDecimal made) {
        if (made != null) {
            scale(made.scale());
            scale(made.precision());
        }
    }

    /** Checks the digits that a decimal is about to have. */
    static void scale(int digits) {
        if (Math.abs((long) digits) > MOST_DIGITS) {
            throw refuse("made a number of more than " + MOST_DIGITS + " digits");
        }
    }
}
