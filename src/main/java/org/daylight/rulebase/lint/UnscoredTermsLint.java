package org.daylight.rulebase.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.Comparison;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.Services;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.Band;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ParameterRow;
import org.jspecify.annotations.Nullable;

/** Not scored is no low score: somebody not scored should not be given the terms of the lowest standing. */
final class UnscoredTermsLint implements Lint {
    private static final Set<String> FROM = Set.of("<", "<=", "==");

    /**
     * A value of a term, and the score from which on it is given.
     *
     * @param from null for the lowest there is
     */
    private record Given(@Nullable BigDecimal from, String value) {}

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        Services services = new Services(source);
        List<SourceRule> unscored =
                source.rules().stream().filter(UnscoredTermsLint::isForUnscored).toList();
        for (SourceRule rule : unscored) {
            Set<String> asking = services.of(rule);
            for (List<Token> term : rule.calls("decision", "term")) {
                List<Given> others = source.rules().stream()
                        .filter(other -> standing(other).isPresent()
                                && services.of(other).stream().anyMatch(asking::contains))
                        .flatMap(other -> given(source, other, term.get(0)))
                        .sorted(Comparator.comparing(Given::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
                given(source, rule, term.get(0)).forEach(own -> report(rule, term.get(0), own, others, warnings));
            }
        }
    }

    private static boolean isForUnscored(SourceRule rule) {
        return rule.patterns().stream()
                .anyMatch(pattern -> pattern.type().equals("Standing")
                        && pattern.quantifier() == SourcePattern.Quantifier.NOT
                        && pattern.constraints().isEmpty());
    }

    private static Optional<SourcePattern> standing(SourceRule rule) {
        return rule.required()
                .filter(pattern -> pattern.type().equals("Standing"))
                .findFirst();
    }

    private static void report(SourceRule rule, Token term, Given own, List<Given> others, Warnings warnings) {
        boolean varies = others.stream().map(Given::value).distinct().count() > 1;
        if (varies && others.get(0).value().equals(own.value())) {
            warnings.at(
                    rule,
                    ProblemCode.UNSCORED_AS_LOWEST,
                    "`" + rule.name() + "` gives somebody who is not scored `" + own.value() + "` as `"
                            + term.unquoted() + "`, which is what the lowest standing gets",
                    "not scored is no low score: give what depends on no standing, or refer");
        }
    }

    /** What a rule gives as a term: what is written there, or what the rows hold that it reads it from. */
    private static Stream<Given> given(SchemeSource source, SourceRule rule, Token term) {
        return rule.calls("decision", "term").stream()
                .filter(call -> call.size() > 2 && call.get(0).text().equals(term.text()))
                .map(call -> call.subList(2, call.size()))
                .filter(value -> value.size() == 1)
                .flatMap(value -> value.get(0).isWord() && value.get(0).text().startsWith("$")
                        ? ofRows(source, rule, value.get(0).text())
                        : Stream.of(new Given(from(source, rule), value.get(0).unquoted())));
    }

    /** The least score that a rule's conditions on the standing let through. */
    private static @Nullable BigDecimal from(SchemeSource source, SourceRule rule) {
        Interval interval = Interval.ALL;
        for (Comparison comparison :
                standing(rule).stream().flatMap(SourcePattern::comparisons).toList()) {
            if (comparison.isOn("score")) {
                interval = interval.and(new NormalComparison("score", comparison.operator(), "", comparison.right(), "")
                        .interval()
                        .orElse(Interval.ALL));
            }
        }
        return interval.lower() == null ? lowestBand(source, rule) : interval.lower();
    }

    private static @Nullable BigDecimal lowestBand(SchemeSource source, SourceRule rule) {
        List<Band> bands = source.scheme().manifest().bands();
        List<Band> met = bands.stream()
                .filter(band -> standing(rule).stream()
                        .flatMap(SourcePattern::comparisons)
                        .filter(comparison -> comparison.isOn("band"))
                        .allMatch(comparison -> meets(band, comparison)))
                .toList();
        return met.size() == bands.size()
                ? null
                : met.stream()
                        .map(Band::from)
                        .min(Comparator.naturalOrder())
                        .map(BigDecimal::valueOf)
                        .orElse(null);
    }

    private static boolean meets(Band band, Comparison comparison) {
        boolean named =
                comparison.right().stream().anyMatch(token -> token.unquoted().equals(band.name()));
        return switch (comparison.operator()) {
            case "==", "in" -> named;
            case "!=", "not in" -> !named;
            default -> true;
        };
    }

    private static Stream<Given> ofRows(SchemeSource source, SourceRule rule, String name) {
        BoundVariable bound = source.bindings(rule).get(name);
        if (bound == null
                || bound.field() == null
                || !source.is(String.valueOf(bound.type()), DeclaredType.Kind.PARAMETER)) {
            return Stream.empty();
        }
        List<SourcePattern> patterns = rule.required()
                .filter(pattern -> pattern.type().equals(bound.type()))
                .toList();
        List<Given> given = new ArrayList<>();
        for (ParameterRow row : source.parameters()) {
            if (row.type().equals(bound.type())
                    && row.to() == null
                    && patterns.stream().allMatch(pattern -> fits(pattern, row))) {
                given.add(new Given(
                        patterns.stream()
                                .flatMap(pattern -> lowest(pattern, row))
                                .findFirst()
                                .orElse(null),
                        String.valueOf(row.data().get(bound.field()))));
            }
        }
        return given.stream();
    }

    /** Whether a row has what the pattern compares with a constant. */
    private static boolean fits(SourcePattern pattern, ParameterRow row) {
        return pattern.comparisons()
                .filter(comparison -> comparison.operator().equals("==")
                        && comparison.field() != null
                        && comparison.right().size() == 1
                        && !comparison.right().get(0).isWord())
                .allMatch(comparison -> String.valueOf(valueOf(row, comparison))
                        .equals(comparison.right().get(0).unquoted()));
    }

    private static @Nullable Object valueOf(ParameterRow row, Comparison comparison) {
        Token field = comparison.field();
        return field == null ? null : row.data().get(field.text());
    }

    /** The row's own bound, where the pattern compares a field of it with something bound. */
    private static Stream<BigDecimal> lowest(SourcePattern pattern, ParameterRow row) {
        return pattern.comparisons()
                .filter(comparison -> FROM.contains(comparison.operator())
                        && comparison.field() != null
                        && comparison.right().size() == 1
                        && comparison.right().get(0).text().startsWith("$"))
                .map(comparison -> valueOf(row, comparison))
                .filter(Number.class::isInstance)
                .map(number -> new BigDecimal(number.toString()));
    }
}
