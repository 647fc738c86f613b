/**
 * Which of the things that fired made an outcome what it is, found by running the rules again without them, and which statements had no
 * part in it.
 *
 * <p>Uses {@code condition} and {@code value} for the limits on the score. Start at {@link PrincipalReasonFinder} and
 * {@link NotCountedFinder}.
 */
@NullMarked
package org.daylight.explanation.reason;

import org.jspecify.annotations.NullMarked;
