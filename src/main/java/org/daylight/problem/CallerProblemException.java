package org.daylight.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller's mistake, thrown so that nothing of the request is kept. The doors render it as an RFC 9457 problem whose
 * {@code code} is stable.
 */
public final class CallerProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Violation> violations;

    /**
     * @param status the HTTP status: 400, 403, 404, 409, 410, 415 or 422
     * @param violations at least one, in the order of the caller's document
     */
    public CallerProblemException(int status, List<Violation> violations) {
        super(violations.get(0).toString());
        this.status = status;
        this.violations = List.copyOf(violations);
    }

    public static CallerProblemException of(
            int status, String code, String field, @Nullable Object found, @Nullable String expected) {
        return new CallerProblemException(status, List.of(new Violation(code, field, found, expected)));
    }

    public int status() {
        return status;
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * A single mistake.
     *
     * @param code stable, kebab-case
     * @param field path into the caller's document, such as {@code data.daysLate} or {@code [3].subject}
     * @param found what was there, or null when nothing was
     * @param expected what would have been right, in words
     */
    public record Violation(
            String code,
            String field,
            @Nullable Object found,
            @Nullable String expected) {
        @Override
        public String toString() {
            return code + (field.isEmpty() ? "" : " at `" + field + "`") + ": found "
                    + (found == null ? "nothing" : "`" + found + "`")
                    + (expected == null ? "" : ", expected " + expected);
        }
    }
}
