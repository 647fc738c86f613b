/**
 * Finds the firings that made an outcome what it is, by running the rules again without what they rest on, and the statements that
 * had no part in it.
 *
 * <p>Uses {@code condition} and {@code value} for the limits on the score. Start at {@link PrincipalReasonFinder} and
 * {@link NotCountedFinder}.
 */
@NullMarked
package org.daylight.explanation.reason;

import org.jspecify.annotations.NullMarked;
