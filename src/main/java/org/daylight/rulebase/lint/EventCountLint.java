package org.daylight.rulebase.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.Accumulation;
import org.daylight.rulebase.source.Comparison;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourcePattern.Quantifier;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.DeclaredType;

/** Little known about somebody is no reason to refuse: a refusal should not rest on the number of events alone. */
final class EventCountLint implements Lint {
    private static final Set<String> FEW = Set.of("<", "<=", "==");

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        for (SourceRule rule : source.rules()) {
            if (rule.hasCall("decision", "refuse") && isForFewEvents(source, source.family(rule))) {
                warnings.at(
                        rule,
                        ProblemCode.REFUSED_BY_COUNT,
                        "`" + rule.name() + "` refuses for the number of events alone, and so for how little is known",
                        "refer, or ask for what is needed as a fact");
            }
        }
    }

    private static boolean isForFewEvents(SchemeSource source, List<SourceRule> family) {
        Set<String> counts = new HashSet<>(Set.of("size"));
        boolean counted = false;
        for (SourceRule rule : family) {
            for (Accumulation accumulation : rule.accumulations()) {
                boolean ofEvents = !accumulation.types().isEmpty()
                        && accumulation.types().stream().allMatch(type -> source.is(type, DeclaredType.Kind.EVENT));
                boolean counting = accumulation.function().equals("count")
                        || accumulation.function().equals("collect");
                if (!ofEvents || !counting) {
                    return false;
                }
                counted = true;
                if (accumulation.bound() != null) {
                    counts.add(accumulation.bound());
                }
            }
        }
        boolean few = counted && comparesAsFew(family, counts);
        boolean none = family.stream()
                .flatMap(rule -> rule.patterns().stream())
                .anyMatch(pattern -> isNoEvent(source, pattern));
        return (few || (none && !counted)) && asksForNothingElse(source, family);
    }

    private static boolean comparesAsFew(List<SourceRule> family, Set<String> counts) {
        return family.stream()
                .flatMap(rule -> rule.patterns().stream())
                .filter(pattern -> pattern.quantifier() == Quantifier.RESULT)
                .flatMap(SourcePattern::comparisons)
                .anyMatch(comparison -> isFew(comparison, counts));
    }

    private static boolean isFew(Comparison comparison, Set<String> counts) {
        return FEW.contains(comparison.operator())
                && comparison.left().stream().anyMatch(token -> counts.contains(token.text()));
    }

    private static boolean isNoEvent(SchemeSource source, SourcePattern pattern) {
        return pattern.quantifier() == Quantifier.NOT
                && source.is(pattern.type(), DeclaredType.Kind.EVENT)
                && pattern.constraints().isEmpty();
    }

    private static boolean asksForNothingElse(SchemeSource source, List<SourceRule> family) {
        return family.stream()
                .flatMap(rule -> rule.patterns().stream())
                .allMatch(pattern -> pattern.quantifier() == Quantifier.RESULT
                        || pattern.quantifier() == Quantifier.COUNTED
                        || pattern.type().equals("AsOf")
                        || source.is(pattern.type(), DeclaredType.Kind.REQUEST)
                        || isNoEvent(source, pattern));
    }
}
