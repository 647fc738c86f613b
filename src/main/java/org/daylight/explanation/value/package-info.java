/**
 * The values in a condition: the variables bound on a way through a rule's conditions, and what either side of a comparison comes
 * to, worked out from its text. The compiled condition tells only whether it holds; its index, which knows field, operator and right
 * value, is there for about two thirds of the conditions of the shipped and test schemes only: not for choices, dates counted from
 * today, sums, calls, {@code in}, {@code ||} and results of accumulations.
 *
 * <p>Uses of the rule base the tokens of an author's code. Start at {@link ComparisonExplainer}.
 */
@NullMarked
package org.daylight.explanation.value;

import org.jspecify.annotations.NullMarked;
