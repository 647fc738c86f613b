package org.daylight.explanation.nearmiss;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daylight.evaluation.Datum;
import org.daylight.explanation.value.Compared;

/** A miss as one plain sentence. */
final class FailedConditionText {
    private static final int MOST_NAMED = 3;

    private FailedConditionText() {}

    static String of(FailedCondition failed) {
        return switch (failed.kind()) {
            case VALUE ->
                failed.condition().startsWith("this !=")
                        ? "there is no other " + failed.type()
                        : failed.type() + ": " + values(failed) + ids(failed.data());
            case RESULT -> failed.note().isEmpty() ? values(failed) + counted(failed) : failed.note();
            case MISSING, NOT_SCORED, CONDUCT_LEFT_OUT -> "there is no " + failed.type() + noted(failed);
            case IN_THE_WAY ->
                failed.condition()
                        + (failed.data().isEmpty() ? " does not hold" : ", but there is " + data(failed.data()));
            case NONE_FOUND -> failed.condition() + ": " + within(failed);
            case COUNTEREXAMPLE -> failed.condition() + ", but " + counterexample(failed);
            case NO_ARM ->
                failed.inside().stream()
                        .map(FailedConditionText::of)
                        .collect(Collectors.joining("; or ", "either ", ""));
            case HELD -> "all conditions hold" + noted(failed);
        };
    }

    private static String counterexample(FailedCondition failed) {
        boolean same = failed.inside().stream()
                .anyMatch(failedCondition -> failedCondition.data().equals(failed.data()));
        return same ? within(failed) : "for " + data(failed.data()) + ": " + within(failed);
    }

    private static String within(FailedCondition failed) {
        return failed.inside().isEmpty() ? "there is none" : of(failed.inside().get(0));
    }

    private static String noted(FailedCondition failed) {
        return failed.note().isEmpty() ? "" : ": " + failed.note();
    }

    /** {@code score < 500, found 512}; what is needed is said again only where the condition's text does not say it. */
    private static String values(FailedCondition failed) {
        List<Compared> compared = failed.compared();
        if (compared.isEmpty()) {
            String read = failed.read().entrySet().stream()
                    .map(value -> value.getKey() + " is " + Compared.shown(value.getValue()))
                    .collect(Collectors.joining(", "));
            return withoutBinding(failed.condition()) + (read.isEmpty() ? " does not hold" : ", found that " + read);
        }
        if (compared.size() == 1 && !isCompound(failed.condition())) {
            Compared one = compared.get(0);
            return withoutBinding(failed.condition()) + ", found " + Compared.shown(one.found()) + needed(one);
        }
        return withoutBinding(failed.condition()) + ", found "
                + compared.stream()
                        .map(one -> one.left() + " " + Compared.shown(one.found()) + needed(one))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String needed(Compared compared) {
        String value = Compared.shown(compared.needed());
        boolean said = compared.operator().isEmpty()
                || compared.right().equals(value)
                || compared.right().equals("\"" + value + "\"")
                || compared.right().endsWith("." + value)
                || compared.operator().endsWith("in");
        return said ? "" : ", needed " + compared.need();
    }

    private static boolean isCompound(String condition) {
        return condition.contains("&&") || condition.contains("||");
    }

    private static String withoutBinding(String condition) {
        return condition.replaceFirst("^\\s*\\$?\\w+\\s*:(?!:)\\s*", "");
    }

    private static String counted(FailedCondition failed) {
        return failed.data().isEmpty()
                ? ""
                : " over " + failed.data().size() + " " + failed.data().get(0).type() + ids(failed.data());
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

    private static String data(List<Datum> data) {
        return data.stream().map(FailedConditionText::datum).collect(Collectors.joining(" and "));
    }

    private static String datum(Datum datum) {
        String read =
                datum.read().entrySet().stream().map(FailedConditionText::value).collect(Collectors.joining(", "));
        return datum.type() + ids(List.of(datum)) + (read.isEmpty() ? "" : " with " + read);
    }

    private static String value(Map.Entry<String, ?> value) {
        return value.getKey() + " " + Compared.shown(value.getValue());
    }
}
