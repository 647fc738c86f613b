package org.daylight.explanation.reason;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The outcome that the same rules give without something, found by running them again.
 *
 * @param outcome the outcome then
 * @param flips whether that is another outcome than now
 * @param score the score then; null when not scored
 * @param change the change of the score; null where there is no score to compare
 * @param unscored whether there would be no standing any more, for too few events; then that alone may change the outcome
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AblationResult(
        Outcome outcome,
        boolean flips,
        @Nullable Long score,
        @Nullable Long change,
        boolean unscored) {

    /** Whether the outcome hangs on it, and not only on there being enough events for a standing. */
    boolean decides() {
        return flips && !unscored;
    }
}
