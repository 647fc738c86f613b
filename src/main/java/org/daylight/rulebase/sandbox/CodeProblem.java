package org.daylight.rulebase.sandbox;

/**
 * Something that a scheme's code may not do.
 *
 * @param code stable, kebab-case
 * @param owner internal name of the class it was found in
 * @param method the method it was found in
 * @param called the call, type or construct, as an author would name it
 * @param message a fragment that says what is refused
 */
public record CodeProblem(String code, String owner, String method, String called, String message) {}
