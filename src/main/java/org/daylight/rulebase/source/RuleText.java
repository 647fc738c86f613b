package org.daylight.rulebase.source;

import java.util.Map;
import java.util.Set;
import org.daylight.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its text tells of it.
 *
 * @param name unique in the scheme
 * @param file path inside the scheme folder
 * @param line 1-based line on which the rule begins
 * @param reason the reason of its firings, or null when the author gave none
 * @param cites where the rule is printed, or null
 * @param reads per type name: the fields that the rule's conditions, reason or consequence mention
 */
public record RuleText(
        String name,
        String file,
        int line,
        @Nullable ReasonTemplate reason,
        @Nullable String cites,
        Map<String, Set<String>> reads) {
    public RuleText {
        reads = Map.copyOf(reads);
    }

    /** The line on which the rule begins. */
    public Place place() {
        return Place.ofLine(file, line);
    }

    /** Whether the rule reads this field of this type. */
    public boolean reads(String type, String field) {
        return reads.getOrDefault(type, Set.of()).contains(field);
    }
}
