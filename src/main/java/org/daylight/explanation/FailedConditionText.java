package org.daylight.explanation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daylight.evaluation.Datum;

/** A miss as one plain sentence. */
final class FailedConditionText {
    private static final int MOST_NAMED = 3;

    private FailedConditionText() {}

    static String of(FailedCondition miss) {
        return switch (miss.kind()) {
            case VALUE ->
                miss.condition().startsWith("this !=")
                        ? "there is no other " + miss.type()
                        : miss.type() + ": " + values(miss) + ids(miss.data());
            case RESULT -> miss.note().isEmpty() ? values(miss) + counted(miss) : miss.note();
            case MISSING, NOT_SCORED, CONDUCT_LEFT_OUT -> "there is no " + miss.type() + noted(miss);
            case IN_THE_WAY ->
                miss.condition() + (miss.data().isEmpty() ? " does not hold" : ", but there is " + data(miss.data()));
            case NONE_FOUND -> miss.condition() + ": " + within(miss);
            case COUNTEREXAMPLE -> miss.condition() + ", but " + counterexample(miss);
            case NO_ARM -> miss.inside().stream().map(FailedConditionText::of).collect(Collectors.joining("; or ", "either ", ""));
            case HELD -> "all conditions hold" + noted(miss);
        };
    }

    private static String counterexample(FailedCondition miss) {
        boolean same = miss.inside().stream().anyMatch(one -> one.data().equals(miss.data()));
        return same ? within(miss) : "for " + data(miss.data()) + ": " + within(miss);
    }

    private static String within(FailedCondition miss) {
        return miss.inside().isEmpty() ? "there is none" : of(miss.inside().get(0));
    }

    private static String noted(FailedCondition miss) {
        return miss.note().isEmpty() ? "" : ": " + miss.note();
    }

    /** {@code score < 500, found 512}; what is needed is said again only where the condition's text does not say it. */
    private static String values(FailedCondition miss) {
        List<Compared> compared = miss.compared();
        if (compared.isEmpty()) {
            String read = miss.read().entrySet().stream()
                    .map(value -> value.getKey() + " is " + Compared.shown(value.getValue()))
                    .collect(Collectors.joining(", "));
            return withoutBinding(miss.condition()) + (read.isEmpty() ? " does not hold" : ", found that " + read);
        }
        if (compared.size() == 1 && !isCompound(miss.condition())) {
            Compared one = compared.get(0);
            return withoutBinding(miss.condition()) + ", found " + Compared.shown(one.found()) + needed(one);
        }
        return withoutBinding(miss.condition()) + ", found "
                + compared.stream()
                        .map(one -> one.left() + " " + Compared.shown(one.found()) + needed(one))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String needed(Compared one) {
        String value = Compared.shown(one.needed());
        boolean said = one.operator().isEmpty()
                || one.right().equals(value)
                || one.right().equals("\"" + value + "\"")
                || one.right().endsWith("." + value)
                || one.operator().endsWith("in");
        return said ? "" : ", needed " + one.need();
    }

    private static boolean isCompound(String condition) {
        return condition.contains("&&") || condition.contains("||");
    }

    private static String withoutBinding(String condition) {
        return condition.replaceFirst("^\\s*\\$?\\w+\\s*:(?!:)\\s*", "");
    }

    private static String counted(FailedCondition miss) {
        return miss.data().isEmpty()
                ? ""
                : " over " + miss.data().size() + " " + miss.data().get(0).type() + ids(miss.data());
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
        String read = datum.read().entrySet().stream().map(FailedConditionText::value).collect(Collectors.joining(", "));
        return datum.type() + ids(List.of(datum)) + (read.isEmpty() ? "" : " with " + read);
    }

    private static String value(Map.Entry<String, ?> value) {
        return value.getKey() + " " + Compared.shown(value.getValue());
    }
}
