/**
 * Finds why rules did not fire: of each, the condition that failed on the data that came closest.
 *
 * <p>Uses {@code condition} and {@code value}. Start at {@link NearMisses}.
 */
@NullMarked
package org.daylight.explanation.nearmiss;

import org.jspecify.annotations.NullMarked;
