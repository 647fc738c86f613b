package org.daylight.rulebase.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern.Quantifier;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.DeclaredType;

/** A rule whose conditions contradict each other never fires. */
final class ContradictionLint implements Lint {
    private static final Set<Set<String>> EXCLUDING = Set.of(
            Set.of("<", ">"),
            Set.of("<", ">="),
            Set.of("<=", ">"),
            Set.of("<", "=="),
            Set.of(">", "=="),
            Set.of("!=", "=="));

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        for (SourceRule rule : source.rules()) {
            NormalRule normal = new NormalRule(rule, source);
            contradiction(source, normal)
                    .ifPresent(reason -> warnings.at(
                            rule, ProblemCode.NEVER_FIRES, "`" + rule.name() + "` can never fire: " + reason, null));
        }
    }

    private static Optional<String> contradiction(SchemeSource source, NormalRule rule) {
        Map<String, List<NormalComparison>> together = new HashMap<>();
        for (NormalPattern pattern : rule.patterns()) {
            if (pattern.source().isRequired() || pattern.source().quantifier() == Quantifier.RESULT) {
                Optional<String> within = among(pattern.parts());
                if (within.isPresent()) {
                    return within;
                }
                only(source, pattern.source().type())
                        .ifPresent(type -> together.computeIfAbsent(type, key -> new ArrayList<>())
                                .addAll(pattern.parts()));
            }
        }
        for (List<NormalComparison> parts : together.values()) {
            Optional<String> across = among(parts);
            if (across.isPresent()) {
                return across;
            }
        }
        return absent(rule);
    }

    /** A name shared by the types of which an assessment has one instance at most; empty for other types. */
    private static Optional<String> only(SchemeSource source, String type) {
        if (source.is(type, DeclaredType.Kind.REQUEST)) {
            return Optional.of("Request");
        }
        return type.equals("Standing") ? Optional.of(type) : Optional.empty();
    }

    /** The type that is asked for and asked to be absent, if there is one. */
    private static Optional<String> absent(NormalRule rule) {
        for (NormalPattern excluding : rule.patterns()) {
            if (excluding.source().quantifier() != Quantifier.NOT
                    || excluding.source().alternative()) {
                continue;
            }
            Set<String> excludedTexts = texts(excluding);
            for (NormalPattern pattern : rule.patterns()) {
                if (pattern.source().isRequired()
                        && pattern.source().type().equals(excluding.source().type())
                        && texts(pattern).containsAll(excludedTexts)) {
                    return Optional.of("it asks for `" + excluding.source().type() + "` and for none");
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> texts(NormalPattern pattern) {
        return pattern.parts().stream().map(NormalComparison::text).collect(Collectors.toSet());
    }

    private static Optional<String> among(List<NormalComparison> parts) {
        for (int at = 0; at < parts.size(); at++) {
            for (int other = at + 1; other < parts.size(); other++) {
                NormalComparison first = parts.get(at);
                NormalComparison second = parts.get(other);
                if (first.field() != null && second.isOn(first.field()) && exclude(first, second)) {
                    return Optional.of("`" + shown(first) + "` and `" + shown(second) + "`");
                }
            }
        }
        return Optional.empty();
    }

    private static String shown(NormalComparison part) {
        return part.field() + " " + part.operator() + " " + Tokens.joined(part.right());
    }

    private static boolean exclude(NormalComparison first, NormalComparison second) {
        if (first.interval().isPresent() && second.interval().isPresent()) {
            return first.interval().get().and(second.interval().get()).isEmpty();
        }
        if (first.allowed().isPresent() && second.allowed().isPresent()) {
            Set<String> both = new HashSet<>(first.allowed().get());
            both.retainAll(second.allowed().get());
            return both.isEmpty();
        }
        return first.value().equals(second.value())
                && EXCLUDING.contains(new HashSet<>(List.of(first.operator(), second.operator())));
    }
}
