/**
 * Puts the people whom a service was granted to in order, as its {@code ranking} in the manifest says: a list of applicants, once, or on
 * two days so that it can be seen who moves.
 *
 * <p>Uses what assessments say and nothing of how they are made.
 */
@NullMarked
package org.daylight.ranking;

import org.jspecify.annotations.NullMarked;
