/**
 * A scheme in a person's language: its catalogues, and dates, numbers and money as that language writes them.
 *
 * <p>Uses the evaluation. Start at {@link org.daylight.explanation.words.Words}.
 */
@NullMarked
package org.daylight.explanation.words;

import org.jspecify.annotations.NullMarked;
