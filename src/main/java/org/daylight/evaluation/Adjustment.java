package org.daylight.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger. Start plus all points is the score, always: where floor or ceiling cut it, the last line says by how
 * much, and has no rule.
 *
 * @param points whole, may be negative
 * @param rule the rule that made it, or null for floor and ceiling
 * @param reason as shown, or null when there is none
 * @param cites where the rule is printed, or null
 * @param causes ids of the statements and parameter rows it rests on, sorted
 * @param firing number of the firing in the trace; 0 for floor and ceiling
 */
public record Adjustment(
        long points,
        @Nullable String rule,
        @Nullable String reason,
        @Nullable String cites,
        List<String> causes,
        int firing) {
    public Adjustment {
        causes = List.copyOf(causes);
    }
}
