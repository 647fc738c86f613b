/**
 * Puts a scheme into a person's language: its catalogues, and dates, numbers and money as that language writes them.
 *
 * <p>Uses the evaluation. Start at {@link SchemeLanguage}.
 */
@NullMarked
package org.daylight.explanation.language;

import org.jspecify.annotations.NullMarked;
