package org.daylight.rulebase.source;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the rules that a standing can reach: those whose conditions mention it, and those whose conditions mention data
 * that only such rules make. Without the second kind, a rule that turns a low score (or no score) into data of its own
 * would let another rule refuse on account of it unnoticed.
 */
final class StandingTaint {
    /** Types whose patterns match a standing too. */
    private static final Set<String> STANDING = Set.of("Standing", "Object", "Record");

    private static final Pattern MADE = Pattern.compile("\\bnew\\s+(?:[\\w]+\\.)*(\\w+)\\s*\\(");

    private StandingTaint() {}

    /**
     * Names of the rules and queries that a standing reaches.
     *
     * @param superTypes which declared type extends which
     */
    static Set<String> of(Map<String, SourceRule> rules, Map<String, String> superTypes) {
        Set<String> tainted = new HashSet<>(STANDING);
        Set<String> reached = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var rule : rules.entrySet()) {
                if (!reached.contains(rule.getKey()) && isReached(rule.getValue(), tainted, reached)) {
                    reached.add(rule.getKey());
                    // A query is matched under its own name.
                    tainted.add(rule.getKey());
                    rule.getValue().expressions().stream()
                            .flatMap(code -> MADE.matcher(code).results())
                            .forEach(made -> taint(made.group(1), superTypes, tainted));
                    grew = true;
                }
            }
        }
        return reached;
    }

    private static void taint(String made, Map<String, String> superTypes, Set<String> tainted) {
        String type = made;
        while (type != null && tainted.add(type)) {
            type = superTypes.get(type);
        }
    }

    private static boolean isReached(SourceRule rule, Set<String> tainted, Set<String> reached) {
        return rule.patterns().stream().anyMatch(pattern -> pattern.matchesData() && tainted.contains(pattern.type()))
                || (rule.parent() != null && reached.contains(rule.parent()));
    }
}
