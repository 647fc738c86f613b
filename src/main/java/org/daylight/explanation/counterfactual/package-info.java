/**
 * Finds what would change an answer, and when it will change by itself. Nothing is claimed that was not run: every proposal and
 * every date comes from assessing again by the same rules.
 *
 * <p>Uses the evaluation and {@code language}. Start at {@link WhatIf} and {@link FutureChanges}.
 */
@NullMarked
package org.daylight.explanation.counterfactual;

import org.jspecify.annotations.NullMarked;
