/**
 * Writes the letter about a decision, for the person it is about: in their language, to be read on paper or aloud, as HTML and as text.
 *
 * <p>Uses {@code counterfactual}, {@code language} and {@code reason}. Start at {@link LetterWriter}.
 */
@NullMarked
package org.daylight.explanation.letter;

import org.jspecify.annotations.NullMarked;
