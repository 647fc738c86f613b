package org.daylight.explanation.condition;

/**
 * One condition of a rule that can hold or not: a comparison, or that there is something or nothing.
 *
 * @param rule the rule's name
 * @param number 1 for the rule's first condition, in the order written; what stands inside a {@code not} comes before it
 * @param type name of the type it is about, or the empty text when it is about none
 * @param text the condition as its author wrote it
 * @param file path inside the scheme folder
 * @param line where it stands, or where the rule begins when that is not known
 */
public record RuleCondition(String rule, int number, String type, String text, String file, int line) {}
