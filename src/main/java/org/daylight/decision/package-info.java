/**
 * Decisions: asked, kept before they are answered, and read. A decision is a {@link DecisionHeader}, which stands in clear, and a
 * {@link DecisionContent}, which is sealed; both together make its canonical record, which is logged.
 *
 * <p>Uses the evaluation, dossiers and live revisions. Start at {@link Decisions}. {@link Viewer} settles who may see what, and
 * {@link DecisionViews} makes the views. The uses of kept decisions have packages of their own: {@code replay}, {@code export},
 * {@code explain}; beside them {@code standing}. They use this one and not each other.
 */
@NullMarked
package org.daylight.decision;

import org.jspecify.annotations.NullMarked;
