/**
 * The one reading of a scheme's rule files: {@link SchemeSource} tells what they say, with the place of each rule, pattern and
 * condition. Whoever checks, builds, lints or explains rules asks it and reads no text again.
 *
 * <p>Also what follows from the text alone: the types and parameters that rules declare, their reasons, which values they compare,
 * and on which types an answer depends.
 *
 * <p>{@link EngineText} writes the same rules for the engine, which drops, mistakes or refuses some of what the language has: each
 * {@code …Form} puts one such thing into a form that it understands rightly, on the same line.
 *
 * <p>Uses the scheme and the vocabulary, and of the rule engine its parser only. Reports what cannot be read; what is read but
 * wrong is for the checks.
 */
@NullMarked
package org.daylight.rulebase.source;

import org.jspecify.annotations.NullMarked;
