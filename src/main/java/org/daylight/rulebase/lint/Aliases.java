package org.daylight.rulebase.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.SourceConstraint;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;

/** The names by which a rule speaks of a result: its own, those bound on its pattern, and local names calculated from it. */
final class Aliases {
    private Aliases() {}

    static Set<String> of(SourceRule rule, String name) {
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
                limited |= code.get(next).is("min")
                        || code.get(next).is("max")
                        || code.get(next).is("?");
            }
            if (grows && !limited) {
                names.add(code.get(at - 1).text());
            }
        }
    }
}
