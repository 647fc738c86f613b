package org.daylight.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a rule throws, breaks a rule of evaluation or does not come to an end: there is no decision then, and never a
 * shorter trace.
 */
public final class EvaluationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String rule;
    private final String revision;

    EvaluationFailedException(@Nullable String rule, String revision, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule;
        this.revision = revision;
    }

    /** The rule at fault, or null when the engine did not say. */
    public @Nullable String rule() {
        return rule;
    }

    public String revision() {
        return revision;
    }
}
