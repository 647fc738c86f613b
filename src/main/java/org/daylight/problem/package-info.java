/**
 * The two kinds of problem people get to read: a caller's ({@link CallerProblemException}) and an author's
 * ({@link AuthorProblem}), which has one of the listed codes ({@link ProblemCode}) and one place ({@link Place}). A programmer's
 * mistake is neither: it is an unchecked exception.
 *
 * <p>Beside them stands what finds a caller's: strict readers of JSON, dates and content types.
 *
 * <p>Uses nothing else of Daylight; every package may use it.
 */
@NullMarked
package org.daylight.problem;

import org.jspecify.annotations.NullMarked;
