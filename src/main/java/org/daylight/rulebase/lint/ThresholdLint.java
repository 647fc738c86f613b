package org.daylight.rulebase.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.FieldType;
import org.jspecify.annotations.Nullable;

/** Rules alike but for a threshold should meet at it: neither leave a value out nor take one twice. */
final class ThresholdLint implements Lint {
    private static final List<String> DECIDING = List.of("grant", "refuse", "refer");

    private static final Comparator<SourceRule> IN_ORDER =
            Comparator.comparing((SourceRule rule) -> rule.file().path()).thenComparing(SourceRule::offset);

    /** A rule's side of a threshold; {@code symbol} instead of numbers where the threshold is calculated. */
    private record Side(
            SourceRule rule,
            String field,
            Interval interval,
            @Nullable String symbol,
            String operator) {}

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        Map<String, List<Side>> alike = new LinkedHashMap<>();
        for (SourceRule rule : source.rules()) {
            sides(source, rule, alike);
        }
        for (List<Side> sides : alike.values()) {
            checkNumbers(sides.stream().filter(side -> side.symbol() == null).toList(), warnings);
            checkSymbols(sides.stream().filter(side -> side.symbol() != null).toList(), warnings);
        }
    }

    private static void sides(SchemeSource source, SourceRule rule, Map<String, List<Side>> alike) {
        NormalRule normal = new NormalRule(rule, source);
        for (NormalPattern pattern : normal.patterns()) {
            List<String> fields = pattern.parts().stream()
                    .flatMap(part -> Stream.ofNullable(part.field()))
                    .distinct()
                    .toList();
            for (String field : fields) {
                List<NormalComparison> parts = pattern.parts().stream()
                        .filter(part -> part.isOn(field))
                        .toList();
                Side side = side(source, rule, pattern, field, parts);
                if (side != null) {
                    String key = isDeciding(rule) + " " + field + " " + rest(normal, pattern, field);
                    alike.computeIfAbsent(key, none -> new ArrayList<>()).add(side);
                }
            }
        }
    }

    private static @Nullable Side side(
            SchemeSource source, SourceRule rule, NormalPattern pattern, String field, List<NormalComparison> parts) {
        if (parts.stream().allMatch(part -> part.interval().isPresent())) {
            Interval interval = Interval.ALL;
            for (NormalComparison part : parts) {
                interval = interval.and(part.interval().orElse(Interval.ALL));
            }
            boolean whole = isWhole(source, pattern.source().type(), field);
            return new Side(rule, field, whole ? interval.whole() : interval, null, "");
        }
        boolean calculated = parts.size() == 1 && !parts.get(0).isConstant();
        return calculated
                ? new Side(
                        rule,
                        field,
                        Interval.ALL,
                        parts.get(0).value(),
                        parts.get(0).operator())
                : null;
    }

    private static boolean isWhole(SchemeSource source, String type, String field) {
        return source.types()
                .find(type)
                .flatMap(declared -> declared.field(field))
                .map(declared -> declared.type() != FieldType.DECIMAL)
                .orElse(true);
    }

    private static boolean isDeciding(SourceRule rule) {
        return DECIDING.stream().anyMatch(verb -> rule.hasCall("decision", verb));
    }

    private static String rest(NormalRule rule, NormalPattern pattern, String field) {
        return rule.patterns().stream()
                        .map(other ->
                                other.equals(pattern) ? "* " + other.text(part -> !part.isOn(field)) : other.text())
                        .collect(Collectors.toCollection(TreeSet::new))
                + " " + rule.otherConditions();
    }

    private static void checkNumbers(List<Side> sides, Warnings warnings) {
        List<Side> rising = new ArrayList<>(sides);
        rising.sort(Comparator.comparing(
                side -> side.interval().lower(), Comparator.nullsFirst(Comparator.naturalOrder())));
        Side furthest = null;
        for (Side side : rising) {
            if (furthest != null) {
                checkBoundary(furthest, side, warnings);
            }
            if (furthest == null || reachesFurther(side, furthest)) {
                furthest = side;
            }
        }
    }

    private static boolean reachesFurther(Side side, Side other) {
        BigDecimal reached = other.interval().upper();
        BigDecimal end = side.interval().upper();
        return reached != null && (end == null || end.compareTo(reached) > 0);
    }

    private static void checkBoundary(Side below, Side above, Warnings warnings) {
        BigDecimal upper = below.interval().upper();
        BigDecimal lower = above.interval().lower();
        if (upper == null
                || lower == null
                || !reachesFurther(above, below)
                || below.interval().equals(above.interval())) {
            return;
        }
        boolean startsHigher = below.interval().lower() == null
                || lower.compareTo(below.interval().lower()) > 0;
        boolean whole = below.interval().withUpper() && above.interval().withLower();
        int order = upper.compareTo(lower);
        if (startsHigher && (order > 0 || (order == 0 && whole))) {
            report(below, above, ProblemCode.THRESHOLD_OVERLAP, shown(lower, upper), warnings);
        } else if (whole ? lower.subtract(upper).compareTo(BigDecimal.ONE) > 0 : isOpen(below, above, order)) {
            BigDecimal first = whole ? upper.add(BigDecimal.ONE) : upper;
            BigDecimal last = whole ? lower.subtract(BigDecimal.ONE) : lower;
            // Scoring rules often leave a range of values out on purpose, but never a single value.
            if (isDeciding(below.rule()) || first.compareTo(last) == 0) {
                report(below, above, ProblemCode.THRESHOLD_GAP, shown(first, last), warnings);
            }
        }
    }

    private static boolean isOpen(Side below, Side above, int order) {
        return order < 0
                || (order == 0
                        && !below.interval().withUpper()
                        && !above.interval().withLower());
    }

    private static String shown(BigDecimal first, BigDecimal last) {
        return first.compareTo(last) == 0
                ? "`" + first.toPlainString() + "`"
                : "`" + first.toPlainString() + "` to `" + last.toPlainString() + "`";
    }

    private static void checkSymbols(List<Side> sides, Warnings warnings) {
        for (Side side : sides) {
            for (Side other : sides) {
                if (other.symbol() == null || !other.symbol().equals(side.symbol())) {
                    continue;
                }
                if (side.operator().equals("<") && other.operator().equals(">")) {
                    report(side, other, ProblemCode.THRESHOLD_GAP, "the threshold itself", warnings);
                } else if (side.operator().equals("<=") && other.operator().equals(">=")) {
                    report(side, other, ProblemCode.THRESHOLD_OVERLAP, "the threshold itself", warnings);
                }
            }
        }
    }

    private static void report(Side below, Side above, ProblemCode code, String values, Warnings warnings) {
        boolean inOrder = IN_ORDER.compare(below.rule(), above.rule()) < 0;
        SourceRule later = inOrder ? above.rule() : below.rule();
        SourceRule earlier = inOrder ? below.rule() : above.rule();
        boolean gap = code == ProblemCode.THRESHOLD_GAP;
        warnings.at(
                later,
                code,
                "`" + later.name() + "` and `" + earlier.name() + "` differ only in `" + below.field() + "`, and "
                        + (gap ? "neither takes " : "both take ") + values,
                gap ? "let one of them include it, with `<=` or `>=`" : "let them meet, such as `< 500` and `>= 500`");
    }
}
