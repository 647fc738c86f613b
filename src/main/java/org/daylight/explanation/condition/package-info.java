/**
 * The conditions of a scheme's rules as trees, read from the compiler's model, with the text and place of each from the rule's source;
 * and the one matcher that walks them over data. A {@link ConditionListener} is told more than the matches.
 *
 * <p>Uses {@code value}, and of the engine only the model in which its compiler writes rules down. Start at {@link Conditions}.
 */
@NullMarked
package org.daylight.explanation.condition;

import org.jspecify.annotations.NullMarked;
