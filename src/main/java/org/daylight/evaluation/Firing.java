package org.daylight.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One rule fired once.
 *
 * @param number 1 for the first firing of the assessment
 * @param rule the rule's name
 * @param revision the scheme's revision that the rule is of
 * @param file the rule's file in the scheme folder
 * @param line where the rule begins
 * @param reason as shown, or null when its author gave none
 * @param cites where the rule is printed, or null
 * @param matched the data matched, in the order of the conditions
 * @param counted the data an {@code accumulate}, {@code collect} or {@code exists} looked at, sorted by id
 * @param bindings the rule's variables that hold single values, by name
 * @param effects what its consequence did, in order
 */
public record Firing(
        int number,
        String rule,
        String revision,
        String file,
        int line,
        @Nullable String reason,
        @Nullable String cites,
        List<Datum> matched,
        List<Datum> counted,
        SortedMap<String, @Nullable Object> bindings,
        List<Effect> effects) {
    public Firing {
        matched = List.copyOf(matched);
        counted = List.copyOf(counted);
        bindings = Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
        effects = List.copyOf(effects);
    }

    /** The same firing with other effects. */
    Firing with(List<Effect> others) {
        return new Firing(number, rule, revision, file, line, reason, cites, matched, counted, bindings, others);
    }
}
