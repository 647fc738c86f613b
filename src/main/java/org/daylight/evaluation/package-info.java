/**
 * The pure function: rule base, dossier, question and moment in; standing, adjustments, decision and trace out. No I/O, no clock,
 * no state left behind; the same input gives the same bytes.
 *
 * <p>What an answer tells is data: reasons, bindings and terms show texts, numbers, dates, truth values, choices and lists of them,
 * and nothing of the machine; a reason that would show anything else ends the assessment. Firings, effects, causes and the letters of
 * all of it have bounds.
 *
 * <p>Nobody is refused for being unknown: {@link UnscoredRefusal} asks the rules again, with standings supposed.
 *
 * <p>Uses the rule base. Start at {@link Evaluation}.
 */
@NullMarked
package org.daylight.evaluation;

import org.jspecify.annotations.NullMarked;
