package org.daylight.explanation.reason;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A firing that made an outcome what it is, with the data it rests on.
 *
 * @param rule name of the rule that fired
 * @param reason the reason as shown; null when its author gave none
 * @param cites the place where the rule is printed, or null
 * @param file path inside the scheme folder
 * @param line where the rule begins
 * @param points those that the firing, and others on the same data, added to the score
 * @param also other rules that fired on the same data; their points are part of {@code points}
 * @param data the citizen's own statements it rests on; empty where it rests on there being none
 * @param without the decision without all of them, or without the rule where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrincipalReason(
        String rule,
        @Nullable String reason,
        @Nullable String cites,
        String file,
        int line,
        long points,
        List<String> also,
        List<On> data,
        AblationResult without) {
    public PrincipalReason {
        also = List.copyOf(also);
        data = List.copyOf(data);
    }

    /**
     * A statement it rests on.
     *
     * @param id {@code source#id}
     * @param type name of its type
     * @param source who stated it
     * @param at when it happened, or from when it holds
     * @param read its data
     * @param without the decision without it alone; null where there are too many to be tried one by one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record On(
            String id,
            String type,
            String source,
            Instant at,
            SortedMap<String, @Nullable Object> read,
            @Nullable AblationResult without) {}

    /** Says it in one sentence. */
    @JsonProperty
    public String says() {
        String text = reason == null ? rule : reason;
        String citation = cites == null ? "" : " (" + cites + ")";
        String change = points == 0 ? "" : String.format(", %+d points", points);
        return text + citation + change + "; " + saysWithout();
    }

    private String saysWithout() {
        String subject = data.isEmpty() ? "without this rule" : "without this";
        if (without.unscored()) {
            return subject + " there would be too few events for a standing";
        }
        boolean isScoreChanged = without.change() != null && without.change() != 0;
        String score = isScoreChanged ? "the score would be " + without.score() + " and " : "";
        String outcome = (without.flips() ? "be " : "still be ") + without.outcome();
        return subject + " " + score + "the outcome would " + outcome;
    }
}
