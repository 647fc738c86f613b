package org.daylight.rulebase.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.Comparison;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourcePattern.Quantifier;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.DeclaredType.Kind;

/** Nothing that happened should refuse somebody for ever: it should lapse, or something else should be able to lift it. */
final class WayBackLint implements Lint {
    @Override
    public void check(SchemeSource source, Warnings warnings) {
        if (source.scheme().manifest().lookback() != null) {
            return;
        }
        for (SourceRule rule : source.rules()) {
            if (rule.hasCall("decision", "refuse") && isForEver(source, rule, new HashSet<>())) {
                warnings.at(
                        rule,
                        ProblemCode.NO_WAY_BACK,
                        "what makes `" + rule.name() + "` refuse never lapses, and nothing can lift it",
                        "let it lapse by a date, such as `occurredOn > $today.minusYears( 3 )`, by `lookback` in"
                                + " `scheme.yaml`, or by another statement, with `not`");
            }
        }
    }

    /** Whether conduct makes the rule fire, and nothing that may come can stop it. */
    private static boolean isForEver(SchemeSource source, SourceRule rule, Set<String> seen) {
        List<SourcePattern> patterns = source.family(rule).stream()
                .flatMap(member -> member.patterns().stream())
                .toList();
        if (isDated(source, rule, patterns)) {
            return false;
        }
        boolean conduct = false;
        for (SourcePattern pattern : patterns) {
            if (isChangeable(source, pattern)) {
                return false;
            }
            conduct |= source.is(pattern.type(), Kind.EVENT);
            if (source.is(pattern.type(), Kind.DERIVED)
                    && source.types().find(pattern.type()).isPresent()) {
                if (!isConcludedForEver(source, pattern.type(), seen)) {
                    return false;
                }
                conduct = true;
            } else if (pattern.type().equals("Standing") && pattern.isRequired()) {
                if (!isLostForEver(source, pattern, seen)) {
                    return false;
                }
                conduct = true;
            }
        }
        return conduct;
    }

    /** Facts are superseded by newer ones; what is absent may come. */
    private static boolean isChangeable(SchemeSource source, SourcePattern pattern) {
        return source.is(pattern.type(), Kind.FACT)
                || ((pattern.quantifier() == Quantifier.NOT || pattern.quantifier() == Quantifier.FORALL)
                        && !source.is(pattern.type(), Kind.REQUEST)
                        && !source.is(pattern.type(), Kind.PARAMETER));
    }

    private static boolean isDated(SchemeSource source, SourceRule rule, List<SourcePattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.type().equals("AsOf"))
                && Stream.concat(
                                patterns.stream()
                                        .flatMap(SourcePattern::comparisons)
                                        .flatMap(WayBackLint::words),
                                rule.code().stream().flatMap(List::stream))
                        .anyMatch(word -> isDate(source, word.text()));
    }

    private static Stream<Token> words(Comparison comparison) {
        return Stream.concat(comparison.left().stream(), comparison.right().stream());
    }

    private static boolean isDate(SchemeSource source, String word) {
        return Set.of("occurredOn", "occurredAt", "validOn", "validAt").contains(word)
                || source.types().byName().values().stream()
                        .flatMap(type -> type.fields().stream())
                        .anyMatch(field -> field.name().equals(word)
                                && Set.of("LocalDate", "Instant").contains(field.declared()));
    }

    private static boolean isConcludedForEver(SchemeSource source, String type, Set<String> seen) {
        List<SourceRule> makers = Conduct.makers(source, type);
        return seen.add(type) && !makers.isEmpty() && makers.stream().allMatch(maker -> isForEver(source, maker, seen));
    }

    /** Whether each rule that moves the score moves it away from what is asked, and for ever. */
    private static boolean isLostForEver(SchemeSource source, SourcePattern standing, Set<String> seen) {
        if (!seen.add("Standing")) {
            return false;
        }
        List<Comparison> compared = standing.comparisons()
                .filter(comparison -> comparison.isOn("score"))
                .toList();
        boolean refusesLow =
                compared.stream().allMatch(comparison -> comparison.operator().startsWith("<"));
        boolean refusesHigh =
                compared.stream().allMatch(comparison -> comparison.operator().startsWith(">"));
        List<SourceRule> scoring = source.rules().stream()
                .filter(rule -> rule.hasCall("score", "add") || rule.hasCall("score", "set"))
                .toList();
        return !compared.isEmpty()
                && !scoring.isEmpty()
                && (refusesLow || refusesHigh)
                && scoring.stream().allMatch(rule -> alwaysAdds(rule, refusesLow) && isForEver(source, rule, seen));
    }

    /** Whether all points of a rule are literals of one sign. */
    private static boolean alwaysAdds(SourceRule rule, boolean negative) {
        return !rule.hasCall("score", "set")
                && rule.calls("score", "add").stream()
                        .allMatch(points -> negative
                                ? points.size() == 2 && points.get(0).is("-")
                                : points.size() == 1 && points.get(0).kind() == Token.Kind.NUMBER);
    }
}
