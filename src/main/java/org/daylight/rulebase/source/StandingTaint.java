package org.daylight.rulebase.source;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which rules a standing can reach: those whose conditions mention it, and those whose conditions mention data that only such
 * rules make. Without the second kind, a rule that turns a low score (or no score) into data of its own would let another rule
 * refuse on account of it unnoticed.
 */
final class StandingTaint {
    /** Types whose patterns match a standing too. */
    private static final Set<String> STANDING = Set.of("Standing", "Object", "Record");

    private StandingTaint() {}

    /**
     * Names of the rules and queries that a standing reaches.
     *
     * @param superTypes which declared type extends which
     */
    static Set<String> of(Map<String, RuleConditions> rules, Map<String, String> superTypes) {
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
                    for (String made : rule.getValue().madeTypes()) {
                        taint(made, superTypes, tainted);
                    }
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

    private static boolean isReached(RuleConditions rule, Set<String> tainted, Set<String> reached) {
        return !Collections.disjoint(rule.matchedTypes(), tainted)
                || (rule.parent() != null && reached.contains(rule.parent()));
    }
}
