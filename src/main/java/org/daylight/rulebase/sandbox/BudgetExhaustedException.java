package org.daylight.rulebase.sandbox;

/** Thrown into a rule whose assessment has used up a budget. An error, so that an honest {@code catch} does not catch it. */
public final class BudgetExhaustedException extends Error {
    private static final long serialVersionUID = 1L;

    private final String rule;

    BudgetExhaustedException(String rule, String message) {
        super(message, null, false, false);
        this.rule = rule;
    }

    /** The rule that was at work. */
    public String rule() {
        return rule;
    }
}
