package org.daylight.rulebase.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Types;

/**
 * On which types the answer to a service can depend: those that the conditions of its deciding rules match, those behind what such
 * rules make, and, where one of them looks at the standing, those that score. Too many rather than too few: what is left out cannot
 * change the answer.
 */
public final class Relevance {
    private static final Set<String> CHANGING = Set.of("delete", "retract", "update", "modify");

    private final SchemeSource scheme;
    private final Set<String> relevant = new TreeSet<>();
    private final Set<String> followed = new HashSet<>();
    private final Deque<SourceRule> toFollow = new ArrayDeque<>();

    private Relevance(SchemeSource scheme) {
        this.scheme = scheme;
    }

    public static Set<String> of(SchemeSource scheme, String service) {
        Relevance relevance = new Relevance(scheme);
        Services services = new Services(scheme);
        for (SourceRule rule : scheme.allRules()) {
            boolean decides = rule.consequence().stream().anyMatch(token -> token.is("decision"));
            if (!rule.isQuery() && decides && services.of(rule).contains(service)) {
                relevance.toFollow.add(rule);
            }
        }
        while (!relevance.toFollow.isEmpty()) {
            relevance.follow(relevance.toFollow.poll());
        }
        return relevance.relevant;
    }

    private void follow(SourceRule rule) {
        if (!followed.add(rule.name())) {
            return;
        }
        for (SourceRule one : scheme.family(rule)) {
            one.patterns().stream()
                    .filter(pattern -> pattern.matchesData())
                    .forEach(pattern -> matches(pattern.type()));
            one.code().forEach(code -> code.stream().filter(Token::isWord).forEach(word -> query(word.text())));
        }
    }

    private void matches(String type) {
        if (!relevant.add(type)) {
            return;
        }
        Types types = scheme.types();
        if (type.equals("Standing")) {
            scoring();
        }
        query(type);
        for (DeclaredType declared : types.byName().values()) {
            if (isA(declared, type)) {
                relevant.add(declared.name());
                makers(declared.name());
            }
        }
    }

    /** Who asks for an ancestor, or for anything at all, is answered with this type too. */
    private boolean isA(DeclaredType declared, String asked) {
        return declared.name().equals(asked)
                || asked.equals("Object")
                || asked.equalsIgnoreCase(declared.kind().name())
                || scheme.ancestors(declared.name()).contains(asked);
    }

    /** Every rule that scores, and, where a standing needs events, every event. */
    private void scoring() {
        scheme.allRules().stream()
                .filter(rule -> rule.consequence().stream().anyMatch(token -> token.is("score")))
                .forEach(toFollow::add);
        if (scheme.scheme().manifest().score().minimumEvents() > 0) {
            scheme.types().ofKind(DeclaredType.Kind.EVENT).forEach(event -> relevant.add(event.name()));
        }
    }

    private void makers(String type) {
        for (SourceRule rule : scheme.allRules()) {
            List<Token> does = rule.consequence();
            boolean makes = does.stream().anyMatch(token -> token.is(type));
            boolean changes = does.stream().anyMatch(token -> CHANGING.contains(token.text()))
                    && rule.patterns().stream()
                            .anyMatch(pattern -> pattern.type().equals(type));
            if (makes || changes) {
                toFollow.add(rule);
            }
        }
    }

    private void query(String name) {
        scheme.allRules().stream()
                .filter(rule -> rule.isQuery() && rule.name().equals(name))
                .forEach(toFollow::add);
    }
}
