package org.daylight.rulebase.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.daylight.rulebase.source.Accumulation;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceConstraint;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.DeclaredType;

/** Points that add up over many events need a limit, or many small events outweigh everything else. */
final class AccumulationLint implements Lint {
    private static final Set<String> LIMITING = Set.of("min", "max", "clamp", "?");
    private static final Set<String> UPPER = Set.of("<", "<=", "==");
    private static final Set<String> LIMITED = Set.of("min", "max", "average", "variance", "standardDeviation");

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        for (SourceRule rule : source.rules()) {
            for (SourceRule member : source.family(rule)) {
                member.accumulations().stream()
                        .filter(accumulation -> isUnlimited(source, rule, accumulation))
                        .forEach(accumulation -> warnings.at(
                                rule,
                                ProblemCode.UNBOUNDED_ACCUMULATION,
                                "the points of `" + rule.name() + "` grow with every "
                                        + QuotedList.of(accumulation.types()) + ", without a limit",
                                "give them a limit, such as `score.add( Math.min( … , 100 ) )`"));
            }
        }
    }

    private static boolean isUnlimited(SchemeSource source, SourceRule rule, Accumulation accumulation) {
        boolean ofStatements = accumulation.types().stream()
                .anyMatch(type ->
                        !source.is(type, DeclaredType.Kind.PARAMETER) && !source.is(type, DeclaredType.Kind.REQUEST));
        String bound = accumulation.bound();
        if (!ofStatements || bound == null || LIMITED.contains(accumulation.function())) {
            return false;
        }
        Set<String> aliases = aliases(rule, bound);
        boolean limited = Stream.concat(Stream.of(rule), source.family(rule).stream())
                .flatMap(member -> member.patterns().stream())
                .flatMap(SourcePattern::comparisons)
                .anyMatch(comparison -> UPPER.contains(comparison.operator())
                        && !comparison.alternative()
                        && comparison.left().stream().anyMatch(token -> aliases.contains(token.text())));
        return !limited
                && Stream.concat(rule.calls("score", "add").stream(), rule.calls("score", "set").stream())
                        .anyMatch(points -> points.stream().anyMatch(token -> aliases.contains(token.text()))
                                && points.stream().noneMatch(token -> LIMITING.contains(token.text())));
    }

    /** The names of a result within a rule: its own, those bound on its pattern, and local names calculated from it. */
    private static Set<String> aliases(SourceRule rule, String name) {
        Set<String> names = new HashSet<>(Set.of(name));
        for (SourcePattern pattern : rule.patterns()) {
            boolean itself = name.equals(pattern.binding()) && !pattern.matchesData();
            for (SourceConstraint constraint : pattern.constraints()) {
                Token binding = constraint.binding();
                if (binding != null
                        && (itself
                                || constraint.tokens().stream()
                                        .skip(2)
                                        .anyMatch(token -> names.contains(token.text())))) {
                    names.add(binding.text());
                }
            }
        }
        locals(rule.consequence(), names);
        return names;
    }

    /** {@code long points = 10 * $times;} makes `points` grow with `$times`, unless a limit stands there. */
    private static void locals(List<Token> code, Set<String> names) {
        for (int at = 1; at + 1 < code.size(); at++) {
            if (!code.get(at).is("=") || !code.get(at - 1).isWord()) {
                continue;
            }
            boolean grows = false;
            boolean limited = false;
            for (int next = at + 1; next < code.size() && !code.get(next).is(";"); next++) {
                grows |= names.contains(code.get(next).text());
                limited |= Set.of("min", "max", "?").contains(code.get(next).text());
            }
            if (grows && !limited) {
                names.add(code.get(at - 1).text());
            }
        }
    }
}
