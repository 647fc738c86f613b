package org.daylight.rulebase.sandbox;

import java.util.Set;

/**
 * How far a standing reaches into a scheme's rules. Whatever the standing is, or whether there is one, rules beyond its reach see
 * the same data and do the same.
 *
 * @param beyond names of the rules that no standing can touch
 * @param referral whether and on what account a rule that a standing can touch may refer
 */
public record StandingReach(Set<String> beyond, Referral referral) {
    /** When rules that a standing can touch may refer. */
    public enum Referral {
        NEVER,
        /** Where there is a standing, or where there is none, but alike for every score. */
        BY_PRESENCE,
        /** For some scores and not for others. */
        BY_SCORE
    }

    public StandingReach {
        beyond = Set.copyOf(beyond);
    }
}
