package org.daylight.explanation.nearmiss;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daylight.evaluation.Datum;
import org.daylight.explanation.value.Compared;
import org.jspecify.annotations.Nullable;

/**
 * The first condition that kept a rule, or a part of its conditions, from holding, on the data that came closest.
 *
 * @param kind the way in which it failed
 * @param condition the condition as its author wrote it
 * @param type name of the type it is about, or the empty text when it is about none
 * @param file path inside the scheme folder
 * @param line where the condition stands
 * @param data those on which it failed; for {@link Kind#IN_THE_WAY} what stands in the way, for {@link Kind#RESULT} what was counted
 * @param compared the comparisons that failed, with both values; empty where those cannot be worked out
 * @param read where {@code compared} is empty, the fields and bindings that the condition reads, with their values
 * @param inside the failures within it: of an {@code or} each arm, the closest first
 * @param note anything else there is to know, such as why there is no standing; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "condition",
    "type",
    "file",
    "line",
    "data",
    "compared",
    "read",
    "inside",
    "note",
    "found",
    "needed",
    "says"
})
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
    private static final int MOST_NAMED = 3;

    public FailedCondition {
        data = List.copyOf(data);
        compared = List.copyOf(compared);
        read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
        inside = List.copyOf(inside);
    }

    /** The way in which a condition fails. */
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

    /** The value that is needed, such as {@code < 500}, where one comparison failed. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable String needed() {
        return compared.size() == 1 ? compared.get(0).need() : null;
    }

    /** Says all of it in one sentence, such as {@code Standing: score < 500, found 512}. */
    @JsonProperty
    public String says() {
        return switch (kind) {
            case VALUE ->
                condition.startsWith("this !=") ? "there is no other " + type : type + ": " + values() + ids(data);
            case RESULT -> note.isEmpty() ? values() + counted() : note;
            case MISSING, NOT_SCORED, CONDUCT_LEFT_OUT -> "there is no " + type + noted();
            case IN_THE_WAY -> condition + (data.isEmpty() ? " does not hold" : ", but there is " + described(data));
            case NONE_FOUND -> condition + ": " + firstInside();
            case COUNTEREXAMPLE -> condition + ", but " + counterexample();
            case NO_ARM ->
                inside.stream().map(FailedCondition::says).collect(Collectors.joining("; or ", "either ", ""));
            case HELD -> "all conditions hold" + noted();
        };
    }

    private String counterexample() {
        boolean isOnSameData = inside.stream().anyMatch(failed -> failed.data().equals(data));
        return isOnSameData ? firstInside() : "for " + described(data) + ": " + firstInside();
    }

    private String firstInside() {
        return inside.isEmpty() ? "there is none" : inside.get(0).says();
    }

    private String noted() {
        return note.isEmpty() ? "" : ": " + note;
    }

    /** {@code score < 500, found 512}; what is needed is said again only where the condition's text does not say it. */
    private String values() {
        if (compared.isEmpty()) {
            String fields = read.entrySet().stream()
                    .map(field -> field.getKey() + " is " + Compared.shown(field.getValue()))
                    .collect(Collectors.joining(", "));
            return withoutBinding(condition) + (fields.isEmpty() ? " does not hold" : ", found that " + fields);
        }
        if (compared.size() == 1 && !condition.contains("&&") && !condition.contains("||")) {
            Compared first = compared.get(0);
            return withoutBinding(condition) + ", found " + Compared.shown(first.found()) + needed(first);
        }
        return withoutBinding(condition) + ", found "
                + compared.stream()
                        .map(failed -> failed.left() + " " + Compared.shown(failed.found()) + needed(failed))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String needed(Compared compared) {
        String value = Compared.shown(compared.needed());
        boolean isInCondition = compared.operator().isEmpty()
                || compared.right().equals(value)
                || compared.right().equals("\"" + value + "\"")
                || compared.right().endsWith("." + value)
                || compared.operator().endsWith("in");
        return isInCondition ? "" : ", needed " + compared.need();
    }

    private static String withoutBinding(String condition) {
        return condition.replaceFirst("^\\s*\\$?\\w+\\s*:(?!:)\\s*", "");
    }

    private String counted() {
        return data.isEmpty() ? "" : " over " + data.size() + " " + data.get(0).type() + ids(data);
    }

    private static String ids(List<Datum> data) {
        String ids = data.stream()
                .map(Datum::id)
                .filter(id -> id.contains("#") || id.contains(".csv:") || id.startsWith("derived:"))
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        String more = data.size() > MOST_NAMED ? " and " + (data.size() - MOST_NAMED) + " more" : "";
        return ids.isEmpty() ? "" : " (" + ids + more + ")";
    }

    private static String described(List<Datum> data) {
        return data.stream().map(FailedCondition::datum).collect(Collectors.joining(" and "));
    }

    private static String datum(Datum datum) {
        String fields = datum.read().entrySet().stream()
                .map(field -> field.getKey() + " " + Compared.shown(field.getValue()))
                .collect(Collectors.joining(", "));
        return datum.type() + ids(List.of(datum)) + (fields.isEmpty() ? "" : " with " + fields);
    }
}
