package org.daylight.explanation.nearmiss;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why rules did not fire.
 *
 * @param rules those that could have concerned the request, first those that decide, in each kind the closest first
 * @param notExplained rules of which nothing can be said, and what in them is the reason
 */
public record NearMisses(List<NearMiss> rules, SortedMap<String, String> notExplained) {
    public NearMisses {
        rules = List.copyOf(rules);
        notExplained = Collections.unmodifiableSortedMap(new TreeMap<>(notExplained));
    }
}
