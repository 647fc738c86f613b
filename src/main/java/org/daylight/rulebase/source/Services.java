package org.daylight.rulebase.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ServiceEntry;

/** Tells for which services a rule can fire, as far as its conditions say. */
public record Services(SchemeSource source) {
    /** Ids of the services whose request meets all of the rule's conditions on requests; all of them when it has none. */
    public Set<String> of(SourceRule rule) {
        Set<String> ids = source.scheme().services().stream()
                .map(ServiceEntry::id)
                .collect(Collectors.toCollection(HashSet::new));
        for (SourcePattern pattern : requests(rule)) {
            ids.removeIf(id -> !asksWith(id, pattern.type()));
            pattern.comparisons()
                    .filter(comparison -> comparison.isOn("service") && !comparison.alternative())
                    .forEach(comparison -> narrow(ids, comparison));
        }
        return ids;
    }

    /** Whether the rule says which services it is for. */
    public boolean namesServices(SourceRule rule) {
        return requests(rule).stream()
                .anyMatch(pattern -> !pattern.type().equals("Request")
                        || pattern.comparisons().anyMatch(comparison -> comparison.isOn("service")));
    }

    public boolean needsRequest(SourceRule rule) {
        return !requests(rule).isEmpty();
    }

    private List<SourcePattern> requests(SourceRule rule) {
        return source.family(rule).stream()
                .flatMap(SourceRule::required)
                .filter(pattern -> source.is(pattern.type(), DeclaredType.Kind.REQUEST))
                .toList();
    }

    private boolean asksWith(String id, String type) {
        String requestType = source.scheme()
                .manifest()
                .service(id)
                .map(ServiceEntry::request)
                .orElse("Request");
        return type.equals("Request")
                || requestType.equals(type)
                || source.ancestors(requestType).contains(type);
    }

    private static void narrow(Set<String> ids, Comparison comparison) {
        Set<String> named = comparison.right().stream()
                .filter(token -> token.kind() == Token.Kind.TEXT)
                .map(Token::unquoted)
                .collect(Collectors.toSet());
        switch (comparison.operator()) {
            case "==", "in" -> {
                if (!named.isEmpty()) {
                    ids.retainAll(named);
                }
            }
            case "!=", "not in" -> ids.removeAll(named);
            default -> {
                // Other operators say too little.
            }
        }
    }
}
