/**
 * Runs decisions again: one on demand, a range of time from the command line, samples in the background.
 *
 * <p>A decision is run again from its dossier and its revision as they were. It comes out
 * {@code IDENTICAL} or {@code DIFFERENT}, or it is {@code NOT_POSSIBLE}, because its citizen was erased, or because a record or
 * a revision was altered or is gone. A replay that is not possible though nobody was erased counts like a difference: in the exit
 * code of {@code daylight replay}, and in the rate that the service shows of the decisions it replays in the background.
 *
 * <p>Uses kept decisions, dossiers and the evaluation. Start at {@link Replay}.
 */
@NullMarked
package org.daylight.decision.replay;

import org.jspecify.annotations.NullMarked;
