package org.daylight.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A reason for an outcome: one firing that voted for it.
 *
 * @param rule the rule that fired
 * @param reason as shown, or null when its author gave none
 * @param cites where the rule is printed, or null
 * @param firing number of the firing in the trace
 */
public record Reason(
        String rule, @Nullable String reason, @Nullable String cites, int firing) {}
