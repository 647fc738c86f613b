package org.daylight.rulebase.sandbox;

import java.util.Set;

/**
 * How far a standing reaches into a scheme's rules. Whatever the standing is, or whether there is one, rules beyond its reach see
 * the same data and do the same.
 *
 * @param beyond names of the rules that no standing can touch
 * @param mayRefer whether a rule that a standing can touch may refer
 */
public record StandingReach(Set<String> beyond, boolean mayRefer) {
    public StandingReach {
        beyond = Set.copyOf(beyond);
    }
}
