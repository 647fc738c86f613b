package org.daylight.rulebase.sandbox;

/**
 * The bounds of one assessment.
 *
 * @param steps conditions tried, consequences and functions entered, loop turns, pairs joined, and letters handled (64 to a step)
 * @param text longest text a rule may make, in letters
 * @param elements most elements a rule's collection or array may have
 */
public record Budget(long steps, int text, int elements) {
    public static final Budget DEFAULT = new Budget(2_000_000, 100_000, 100_000);

    /** The same bounds with other steps. */
    public Budget withSteps(long others) {
        return new Budget(others, text, elements);
    }
}
