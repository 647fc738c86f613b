package org.daylight.explanation.reason;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.daylight.evaluation.ExcludedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement about the citizen that had no part in an answer.
 *
 * @param id {@code source#id}
 * @param type name of its type
 * @param source who stated it
 * @param at when it happened, or from when it holds
 * @param why it did not count
 * @param since the first day on which it did not count any more; null where it never did, or where that is not a matter of days
 * @param detail anything else there is to know; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotCounted(
        String id,
        String type,
        String source,
        Instant at,
        Why why,
        @Nullable LocalDate since,
        String detail) {

    /**
     * The reason why a statement did not count: {@link ExcludedStatement.Why}, and more. What is held in other schemes is not read at
     * all, and so is not among these.
     */
    public enum Why {
        NOT_YET_VALID("it holds or happens only after the moment asked about"),
        RETRACTED("it was taken back"),
        SUPERSEDED("a newer statement took its place"),
        UNKNOWN_TYPE("the rules know no such event or fact"),
        DOES_NOT_FIT("it does not fit what the rules declare"),
        CONDUCT_IN_ESSENTIAL_SERVICE("an essential service is decided without conduct"),
        OUTSIDE_LOOKBACK("it is older than the rules look back"),
        NOT_ENROLLED("the citizen is not enrolled, so that nothing is read"),
        LAPSED("it counted once, and has lapsed by time"),
        OVERTAKEN("it counted once, until something that came later took away its effect"),
        NO_RULE("no rule gave it any weight");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /** Says it in one sentence. */
    @JsonProperty
    public String says() {
        return type + " " + id + " did not count: " + why.words + (since == null ? "" : " (since " + since + ")")
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
