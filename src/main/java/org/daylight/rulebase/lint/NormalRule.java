package org.daylight.rulebase.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daylight.rulebase.source.Accumulation;
import org.daylight.rulebase.source.Comparison;
import org.daylight.rulebase.source.Comparisons;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceConstraint;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** A rule in a form in which rules that mean the same look the same: whatever names they bind, in whatever order they ask. */
final class NormalRule {
    private final SourceRule source;
    private final Map<String, String> names = new HashMap<>();
    private final List<NormalPattern> patterns = new ArrayList<>();
    private final TreeSet<String> otherConditions = new TreeSet<>();

    NormalRule(SourceRule rule, SchemeSource source) {
        this.source = rule;
        List<SourceRule> family = source.family(rule);
        family.forEach(member -> member.patterns().forEach(this::name));
        family.forEach(member -> member.accumulations().forEach(this::name));
        for (SourceRule member : family) {
            member.patterns().forEach(pattern -> patterns.add(normal(pattern)));
            member.accumulations().forEach(accumulation -> otherConditions.add(text(accumulation)));
            member.code().forEach(code -> otherConditions.add(joined(code)));
        }
    }

    SourceRule source() {
        return source;
    }

    List<NormalPattern> patterns() {
        return patterns;
    }

    /** The conditions beside patterns: accumulations and code. */
    Set<String> otherConditions() {
        return otherConditions;
    }

    String conditions() {
        return patterns.stream().map(NormalPattern::text).collect(Collectors.toCollection(TreeSet::new)) + " "
                + otherConditions;
    }

    String consequence() {
        return joined(source.consequence());
    }

    private void name(SourcePattern pattern) {
        if (pattern.binding() != null) {
            names.putIfAbsent(pattern.binding(), "<" + pattern.type() + ">");
        }
        for (SourceConstraint constraint : pattern.constraints()) {
            Token binding = constraint.binding();
            if (binding != null && !constraint.comparisons().isEmpty()) {
                String bound = Tokens.joined(constraint.comparisons().get(0).left());
                names.putIfAbsent(binding.text(), "<" + pattern.type() + "." + bound + ">");
            }
        }
    }

    private void name(Accumulation accumulation) {
        if (accumulation.bound() != null) {
            names.put(accumulation.bound(), "<" + text(accumulation) + ">");
        }
    }

    private String text(Accumulation accumulation) {
        return accumulation.function() + "(" + joined(accumulation.argument()) + ") of " + accumulation.types();
    }

    private NormalPattern normal(SourcePattern pattern) {
        List<NormalComparison> parts = new ArrayList<>();
        for (SourceConstraint constraint : pattern.constraints()) {
            boolean choice = constraint.comparisons().stream().anyMatch(Comparison::alternative);
            if (choice) {
                String text = joined(Comparisons.withoutBinding(constraint.tokens()));
                parts.add(new NormalComparison(null, "", "", List.of(), text));
            } else if (!constraint.onlyBinds()) {
                constraint.comparisons().forEach(comparison -> parts.add(part(comparison)));
            }
        }
        return new NormalPattern(pattern, parts);
    }

    private NormalComparison part(Comparison comparison) {
        Token field = comparison.field();
        String name = field == null ? null : names.getOrDefault(field.text(), field.text());
        String value = joined(comparison.right());
        String left = name == null ? joined(comparison.left()) : name;
        return new NormalComparison(
                name,
                comparison.operator(),
                value,
                comparison.right(),
                (left + " " + comparison.operator() + " " + value).strip());
    }

    private String joined(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.isWord() ? names.getOrDefault(token.text(), token.text()) : token.text())
                .collect(Collectors.joining(" "));
    }
}
