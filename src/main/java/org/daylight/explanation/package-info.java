/**
 * The conditions of rules, walked by hand over the data of one assessment: which matches there are, and which condition held on
 * what. The engine cannot say: what it finds by an index it never tests, and of what does not match it keeps nothing.
 *
 * <p>Uses the evaluation, and of the engine only the model in which its compiler writes rules down. Start at
 * {@link org.daylight.explanation.Conditions}.
 */
@NullMarked
package org.daylight.explanation;

import org.jspecify.annotations.NullMarked;
