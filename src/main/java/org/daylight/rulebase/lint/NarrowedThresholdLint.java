package org.daylight.rulebase.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Rules on the two sides of a threshold should meet at it also where one of them asks for one thing more than the other: whoever
 * has exactly the value between {@code < 50} and {@code > 50} is answered by neither. Where both ask for the same,
 * {@link ThresholdLint} sees more.
 */
final class NarrowedThresholdLint implements Lint {
    private static final List<String> DECIDING = List.of("grant", "refuse", "refer");
    private static final Comparator<SourceRule> IN_ORDER =
            Comparator.comparing((SourceRule rule) -> rule.file().path()).thenComparing(SourceRule::offset);

    /**
     * A rule's side of a threshold.
     *
     * @param about the quantifier, the type and the field that is compared
     * @param others all that the rule asks for beside it
     */
    private record Side(SourceRule rule, String about, String field, Interval interval, Set<String> others) {
        boolean isOneOffFrom(Side other) {
            return about.equals(other.about)
                    && Math.abs(others.size() - other.others.size()) == 1
                    && (others.containsAll(other.others) || other.others.containsAll(others));
        }

        Set<String> narrower(Side other) {
            return others.size() > other.others.size() ? others : other.others;
        }
    }

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        List<Side> sides = new ArrayList<>();
        List<Set<String>> whole = new ArrayList<>();
        for (SourceRule rule : source.rules()) {
            if (DECIDING.stream().anyMatch(verb -> rule.hasCall("decision", verb))) {
                NormalRule normal = new NormalRule(rule, source);
                whole.add(others(normal, null, ""));
                sides(normal, source, sides);
            }
        }
        for (Side below : sides) {
            for (Side above : sides) {
                if (below.isOneOffFrom(above)) {
                    check(below, above, sides, whole, warnings);
                }
            }
        }
    }

    private static void sides(NormalRule rule, SchemeSource source, List<Side> sides) {
        for (NormalPattern pattern : rule.patterns()) {
            for (NormalComparison part : pattern.parts()) {
                String field = part.field();
                if (field == null || pattern.source().alternative()) {
                    continue;
                }
                List<NormalComparison> parts = pattern.parts().stream()
                        .filter(other -> other.isOn(field))
                        .toList();
                if (parts.get(0).equals(part)
                        && parts.stream().allMatch(one -> one.interval().isPresent())) {
                    Interval interval = Interval.ALL;
                    for (NormalComparison one : parts) {
                        interval = interval.and(one.interval().orElse(Interval.ALL));
                    }
                    String type = pattern.source().type();
                    String about = pattern.source().quantifier() + " " + type + "." + field;
                    Interval ofKind = isWhole(source, type, field) ? interval.whole() : interval;
                    sides.add(new Side(rule.source(), about, field, ofKind, others(rule, pattern, field)));
                }
            }
        }
    }

    private static boolean isWhole(SchemeSource source, String type, String field) {
        return source.types()
                .find(type)
                .flatMap(declared -> declared.field(field))
                .map(declared -> declared.type() != FieldType.DECIMAL)
                .orElse(true);
    }

    /** All that a rule asks for, each thing for itself, without the comparisons of one field. */
    private static Set<String> others(NormalRule rule, @Nullable NormalPattern left, String field) {
        Set<String> others = new HashSet<>(rule.otherConditions());
        for (NormalPattern pattern : rule.patterns()) {
            String bare = pattern.text(part -> false);
            others.add(bare);
            pattern.parts().stream()
                    .filter(part -> !pattern.equals(left) || !part.isOn(field))
                    .forEach(part -> others.add(bare + " " + part.text()));
        }
        return others;
    }

    private static void check(Side below, Side above, List<Side> sides, List<Set<String>> whole, Warnings warnings) {
        BigDecimal value = between(below.interval(), above.interval());
        if (value != null && !isTaken(value, below.about(), below.narrower(above), sides, whole)) {
            report(below, above, value, warnings);
        }
    }

    /** Whether a rule that asks for no more than the narrower one answers at the value itself. */
    private static boolean isTaken(
            BigDecimal value, String about, Set<String> narrower, List<Side> sides, List<Set<String>> whole) {
        Interval exactly = Interval.of("==", value);
        return whole.stream().anyMatch(narrower::containsAll)
                || sides.stream()
                        .filter(side -> side.about().equals(about) && narrower.containsAll(side.others()))
                        .anyMatch(side -> exactly.isWithin(side.interval()));
    }

    private static void report(Side below, Side above, BigDecimal value, Warnings warnings) {
        boolean inOrder = IN_ORDER.compare(below.rule(), above.rule()) < 0;
        SourceRule later = inOrder ? above.rule() : below.rule();
        SourceRule earlier = inOrder ? below.rule() : above.rule();
        warnings.at(
                later,
                ProblemCode.THRESHOLD_GAP,
                "neither `" + later.name() + "` nor `" + earlier.name() + "` takes `" + value.toPlainString()
                        + "` for `" + below.field() + "`",
                "let one of them include it, with `<=` or `>=`");
    }

    /** The one value that lies between; null where there is none, or a whole range of them. */
    private static @Nullable BigDecimal between(Interval below, Interval above) {
        BigDecimal upper = below.upper();
        BigDecimal lower = above.lower();
        if (upper == null || lower == null) {
            return null;
        }
        if (below.withUpper() && above.withLower()) {
            BigDecimal next = upper.add(BigDecimal.ONE);
            return lower.subtract(next).compareTo(BigDecimal.ONE) == 0 ? next : null;
        }
        return !below.withUpper() && !above.withLower() && upper.compareTo(lower) == 0 ? upper : null;
    }
}
