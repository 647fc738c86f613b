/**
 * Reads rule files as far as they can be read. A file in which the engine's parser stumbles is cut into its sections, so that a
 * mistake in one rule hides neither the other rules of the file nor other files ({@link RuleFileParser}). What authors often write
 * by mistake, a {@code Rule} or an {@code =} or a quotation mark from a word processor, is told by its own name
 * ({@link Mistake}); where it is clear what was meant, the text is read as if that stood there, so that what else is wrong is told
 * along with it. A scheme with a mistake never goes live, so nothing is ever decided by a guess.
 *
 * <p>Uses the source's files and tokens, and of the rule engine its parser only.
 */
@NullMarked
package org.daylight.rulebase.syntax;

import org.jspecify.annotations.NullMarked;
