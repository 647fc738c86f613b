package org.daylight.rulebase.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.Accumulation;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.DeclaredType;

/** Points counted up from many events need a limit, or they can be bought by the dozen. */
final class AccumulationLint implements Lint {
    private static final Set<String> LIMITING = Set.of("min", "max", "clamp", "?");
    private static final Set<String> UPPER = Set.of("<", "<=", "==");
    private static final Set<String> LIMITED = Set.of("min", "max", "average", "variance", "standardDeviation");

    @Override
    public void check(SchemeSource scheme, Warnings warnings) {
        for (SourceRule rule : scheme.rules()) {
            for (SourceRule member : scheme.family(rule)) {
                member.accumulations().stream()
                        .filter(accumulation -> isUnlimited(scheme, rule, accumulation))
                        .forEach(accumulation -> warnings.at(
                                rule,
                                ProblemCode.UNBOUNDED_ACCUMULATION,
                                "the points of `" + rule.name() + "` grow with every `"
                                        + String.join("`, `", accumulation.types()) + "`, without a limit",
                                "give them a limit, such as `score.add( Math.min( … , 100 ) )`"));
            }
        }
    }

    private static boolean isUnlimited(SchemeSource scheme, SourceRule rule, Accumulation accumulation) {
        boolean ofStatements = accumulation.types().stream()
                .anyMatch(type ->
                        !scheme.is(type, DeclaredType.Kind.PARAMETER) && !scheme.is(type, DeclaredType.Kind.REQUEST));
        String bound = accumulation.bound();
        if (!ofStatements || bound == null || LIMITED.contains(accumulation.function())) {
            return false;
        }
        Set<String> derived = Aliases.of(rule, bound);
        boolean limited = Stream.concat(Stream.of(rule), scheme.family(rule).stream())
                .flatMap(member -> member.patterns().stream())
                .flatMap(pattern -> pattern.comparisons())
                .anyMatch(comparison -> UPPER.contains(comparison.operator())
                        && !comparison.alternative()
                        && comparison.left().stream().anyMatch(token -> derived.contains(token.text())));
        return !limited
                && Stream.concat(rule.calls("score", "add").stream(), rule.calls("score", "set").stream())
                        .anyMatch(points -> growsWith(points, derived));
    }

    private static boolean growsWith(List<Token> points, Set<String> names) {
        return points.stream().anyMatch(token -> names.contains(token.text()))
                && points.stream().noneMatch(token -> LIMITING.contains(token.text()));
    }
}
