/**
 * Decisions: asked, recorded before they are answered, read, traced and replayed; and standings, read with the day each ledger
 * line lapses.
 *
 * <p>Uses the evaluation, dossiers and live revisions. What a reader gets to see of a decision is settled here, in one place:
 * {@link DecisionViews}.
 */
@NullMarked
package org.daylight.decision;

import org.jspecify.annotations.NullMarked;
