/**
 * Decisions: asked, kept before they are answered, and read. A decision is a {@link DecisionHeader}, which stands in clear, and a
 * {@link DecisionContent}, which is sealed; both together make its canonical record, which is logged.
 *
 * <p>Uses the evaluation, dossiers and live revisions. Start at {@link Decisions}. Who may see what is settled in one place, {@link
 * Viewer}, and what a reader gets to see in another, {@link DecisionViews}. What is done with kept decisions has packages of its own:
 * {@code replay}, {@code export}, {@code explain}; beside them {@code standing}. They use this one and not each other.
 */
@NullMarked
package org.daylight.decision;

import org.jspecify.annotations.NullMarked;
