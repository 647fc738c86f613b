/**
 * The pure function: rule base, dossier, question and moment in; standing, adjustments, decision and trace out. No I/O, no clock,
 * no state left behind; the same input gives the same bytes.
 *
 * <p>Nobody is refused for being unknown: {@link UnscoredRefusal} asks the rules again, with standings supposed.
 *
 * <p>Uses the rule base. Start at {@link Evaluation}.
 */
@NullMarked
package org.daylight.evaluation;

import org.jspecify.annotations.NullMarked;
