package org.daylight.explanation.nearmiss;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.evaluation.Datum;
import org.daylight.explanation.value.Compared;
import org.jspecify.annotations.Nullable;

/**
 * What kept a rule, or a part of its conditions, from holding: the first condition that failed, on the data that came closest.
 *
 * @param kind in which way it failed
 * @param condition as its author wrote it
 * @param type name of the type it is about, or the empty text when it is about none
 * @param file path inside the scheme folder
 * @param line where the condition stands
 * @param data on which it failed; for {@link Kind#IN_THE_WAY} what stands in the way, for {@link Kind#RESULT} what was counted
 * @param compared the comparisons that failed, with both values; empty where those cannot be worked out
 * @param read then, the fields and bindings that the condition reads, with their values
 * @param inside what failed within: of an {@code or} each arm, the closest first
 * @param note what else there is to know, such as why there is no standing; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FailedCondition(
        Kind kind,
        String condition,
        String type,
        String file,
        int line,
        List<Datum> data,
        List<Compared> compared,
        SortedMap<String, @Nullable Object> read,
        List<FailedCondition> inside,
        String note) {
    public FailedCondition {
        data = List.copyOf(data);
        compared = List.copyOf(compared);
        read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
        inside = List.copyOf(inside);
    }

    /** In which way a condition fails. */
    public enum Kind {
        /** A datum has another value. */
        VALUE,
        /** There is no such datum. */
        MISSING,
        /** There is no standing, because the citizen is not scored. */
        NOT_SCORED,
        /** There is none because essential services are decided without conduct. */
        CONDUCT_LEFT_OUT,
        /** What {@code not} forbids is there. */
        IN_THE_WAY,
        /** Nothing is as {@code exists} asks. */
        NONE_FOUND,
        /** Something is not as {@code forall} asks. */
        COUNTEREXAMPLE,
        /** A result, of an accumulation or a calculation, is another. */
        RESULT,
        /** No arm of an {@code or} holds. */
        NO_ARM,
        /** Nothing failed: the rule was kept from firing by something else than its conditions. */
        HELD
    }

    /** The value found, where one comparison failed. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable Object found() {
        return compared.size() == 1 ? compared.get(0).found() : null;
    }

    /** What it would have to be, such as {@code < 500}, where one comparison failed. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable String needed() {
        return compared.size() == 1 ? compared.get(0).need() : null;
    }

    /** All of it in one sentence, such as {@code Standing: score < 500, found 512}. */
    @JsonProperty
    public String says() {
        return FailedConditionText.of(this);
    }
}
