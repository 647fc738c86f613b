/**
 * What an assessment does not say by itself: why rules did not fire, which of the things that fired made the outcome what it is, and
 * what had no part in it. Worked out when somebody asks; an assessment pays nothing for it.
 *
 * <p>The conditions of rules are walked by hand over the data of one assessment, because the engine cannot say: what it finds by an
 * index it never tests, and of what does not match it keeps nothing. What a reason weighs is found by running the rules again
 * without it.
 *
 * <p>Uses the evaluation, and of the engine only the model in which its compiler writes rules down. Start at
 * {@link Explanation}; the walk itself begins at {@link Conditions}.
 */
@NullMarked
package org.daylight.explanation;

import org.daylight.explanation.condition.Conditions;
import org.jspecify.annotations.NullMarked;
