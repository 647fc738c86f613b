/**
 * Explains kept decisions: why and why not, what would change them and when, and as a letter. Nothing of it is kept.
 *
 * <p>Uses kept decisions, dossiers and {@code explanation}. Start at {@link DecisionExplainer}.
 */
@NullMarked
package org.daylight.decision.explain;

import org.jspecify.annotations.NullMarked;
