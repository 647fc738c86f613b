/**
 * Explains what an assessment does not say by itself: why rules did not fire, which firings made the outcome what it is, what had no
 * part in it, and what would change it. Worked out when somebody asks; an assessment pays nothing for it.
 *
 * <p>{@code value} and {@code condition} know the conditions of rules, and match them without the engine over the data of one
 * assessment, because the engine cannot say: what it finds by an index it never tests, and of what does not match it keeps
 * nothing. On these stand {@code nearmiss} and {@code reason}. {@code language} has a scheme's words in a person's language;
 * {@code counterfactual} looks for the changes that give another outcome; {@code letter} puts together what a person is sent. They
 * form no cycle.
 *
 * <p>Uses the evaluation, and of the engine only the model in which its compiler writes rules down. Start at {@link Explanation}.
 */
@NullMarked
package org.daylight.explanation;

import org.jspecify.annotations.NullMarked;
