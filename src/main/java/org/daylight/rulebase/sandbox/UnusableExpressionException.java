package org.daylight.rulebase.sandbox;

/** Thrown for a regular expression that cannot be matched in linear time, or is none. */
final class UnusableExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fix;

    UnusableExpressionException(String expression, String found, String fix) {
        super("the regular expression `" + expression + "` has `" + found + "`, which cannot be used");
        this.fix = fix;
    }

    /** What to write instead. */
    String fix() {
        return fix;
    }
}
