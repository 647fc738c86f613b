package org.daylight.rulebase.source;

/**
 * A piece of a condition that the engine cannot read, made a function of its own.
 *
 * @param name that no author can give
 * @param declaration as a rule file declares it
 * @param written what the author wrote
 */
public record LiftedFunction(String name, String declaration, SourceText written) {}
