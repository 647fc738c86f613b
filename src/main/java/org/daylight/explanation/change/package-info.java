/**
 * What would change an answer, and when it will change by itself. Nothing is claimed that was not run: every proposal and every
 * date comes from assessing again by the same rules.
 *
 * <p>Uses the evaluation and its words. Start at {@link org.daylight.explanation.change.WhatIf} and {@link
 * org.daylight.explanation.change.When}.
 */
@NullMarked
package org.daylight.explanation.change;

import org.jspecify.annotations.NullMarked;
