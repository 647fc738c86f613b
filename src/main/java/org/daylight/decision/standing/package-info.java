/**
 * Standings of citizens, read with the day on which each ledger line lapses. Nothing of it is kept.
 *
 * <p>Uses dossiers, live revisions and the evaluation. Start at {@link Standings}.
 */
@NullMarked
package org.daylight.decision.standing;

import org.jspecify.annotations.NullMarked;
