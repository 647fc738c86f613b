package org.daylight.explanation.nearmiss;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that could have concerned a request and did not fire.
 *
 * @param rule its name
 * @param cites the place where the rule is printed, or null
 * @param file path inside the scheme folder
 * @param line where the rule begins
 * @param would the verbs in its consequence, such as {@code decision.refuse}
 * @param held the number of its conditions that hold on the data that comes closest
 * @param of the number of its conditions
 * @param miss the condition that kept it from firing
 * @param all whether every way was tried; false where that would have cost too much, and {@code miss} is the closest one met
 */
public record NearMiss(
        String rule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cites,
        String file,
        int line,
        List<String> would,
        int held,
        int of,
        FailedCondition miss,
        boolean all) {
    static final Comparator<NearMiss> DECIDING_THEN_CLOSEST = Comparator.comparing(
                    (NearMiss nearMiss) -> !nearMiss.decides())
            .thenComparingInt(nearMiss -> nearMiss.of() - nearMiss.held())
            .thenComparing(Comparator.comparingInt(NearMiss::held).reversed())
            .thenComparing(NearMiss::file)
            .thenComparingInt(NearMiss::line);

    public NearMiss {
        would = List.copyOf(would);
    }

    /** Whether the rule would have spoken for an outcome. */
    boolean decides() {
        return would.contains("decision.grant")
                || would.contains("decision.refuse")
                || would.contains("decision.refer");
    }

    /** Says it in one sentence, such as {@code 1 of 2 conditions hold; Standing: score < 500, found 512}. */
    @JsonProperty
    public String says() {
        return held + " of " + of + (of == 1 ? " condition holds; " : " conditions hold; ") + miss.says();
    }
}
