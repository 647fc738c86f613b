package org.daylight.evaluation;

import org.daylight.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a rule throws, breaks a rule of evaluation or does not come to an end: there is no decision then, and never a
 * shorter trace.
 */
public final class EvaluationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String rule;
    private final transient @Nullable Place place;
    private final String where;
    private final String revision;

    EvaluationFailedException(@Nullable FailingRule rule, String revision, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule == null ? null : rule.name();
        this.place = rule == null ? null : rule.place();
        this.where = rule == null ? "a rule" : rule.where();
        this.revision = revision;
    }

    /** The rule at fault, or null when the engine did not say. */
    public @Nullable String rule() {
        return rule;
    }

    /** Where the statement or the condition that failed, or else the rule, is written; null when the engine did not say. */
    public @Nullable Place place() {
        return place;
    }

    /** The rule and its file and line in a sentence, such as: rule `Late` (rules.drl:3). */
    public String where() {
        return where;
    }

    public String revision() {
        return revision;
    }
}
