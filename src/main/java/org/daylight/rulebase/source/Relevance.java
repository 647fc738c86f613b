package org.daylight.rulebase.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.daylight.scheme.DeclaredType;

/**
 * Finds the types on which the answer to a service can depend: those that the conditions of its deciding rules match,
 * those behind the data that such rules make, and, where one of them looks at the standing, those that score. Rather
 * too many than too few: a type left out cannot change the answer.
 */
public final class Relevance {
    private static final Set<String> CHANGING = Set.of("delete", "retract", "update", "modify");

    private final SchemeSource source;
    private final Set<String> relevant = new TreeSet<>();
    private final Set<String> followed = new HashSet<>();
    private final Deque<SourceRule> toFollow = new ArrayDeque<>();

    private Relevance(SchemeSource source) {
        this.source = source;
    }

    public static Set<String> of(SchemeSource source, String service) {
        Relevance relevance = new Relevance(source);
        Services services = new Services(source);
        for (SourceRule rule : source.allRules()) {
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
        for (SourceRule member : source.family(rule)) {
            member.patterns().stream().filter(pattern -> pattern.matchesData()).forEach(pattern -> add(pattern.type()));
            member.code().stream()
                    .flatMap(List::stream)
                    .filter(Token::isWord)
                    .forEach(word -> followQuery(word.text()));
        }
    }

    private void add(String type) {
        if (!relevant.add(type)) {
            return;
        }
        if (type.equals("Standing")) {
            followScoring();
        }
        followQuery(type);
        for (DeclaredType declared : source.types().byName().values()) {
            if (isA(declared, type)) {
                relevant.add(declared.name());
                followMakers(declared.name());
            }
        }
    }

    /** Whether a pattern of the type matches data of the declared type: its own, an ancestor, or anything at all. */
    private boolean isA(DeclaredType declared, String type) {
        return declared.name().equals(type)
                || type.equals("Object")
                || type.equalsIgnoreCase(declared.kind().name())
                || source.ancestors(declared.name()).contains(type);
    }

    /** Follows every rule that scores, and adds, where a standing needs events, every event. */
    private void followScoring() {
        source.allRules().stream()
                .filter(rule -> rule.consequence().stream().anyMatch(token -> token.is("score")))
                .forEach(toFollow::add);
        if (source.scheme().manifest().score().minimumEvents() > 0) {
            source.types().ofKind(DeclaredType.Kind.EVENT).forEach(event -> relevant.add(event.name()));
        }
    }

    private void followMakers(String type) {
        for (SourceRule rule : source.allRules()) {
            List<Token> consequence = rule.consequence();
            boolean makes = consequence.stream().anyMatch(token -> token.is(type));
            boolean changes = consequence.stream().anyMatch(token -> CHANGING.contains(token.text()))
                    && rule.patterns().stream()
                            .anyMatch(pattern -> pattern.type().equals(type));
            if (makes || changes) {
                toFollow.add(rule);
            }
        }
    }

    private void followQuery(String name) {
        source.allRules().stream()
                .filter(rule -> rule.isQuery() && rule.name().equals(name))
                .forEach(toFollow::add);
    }
}
