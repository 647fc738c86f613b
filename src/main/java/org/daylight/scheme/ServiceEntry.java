package org.daylight.scheme;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service in the manifest.
 *
 * @param id what callers and rules name it by
 * @param title for people
 * @param essential decided without conduct: no event and no score made from events
 * @param request the declared request type whose attributes a caller sends, or null when there are none
 * @param discloses what the service's answer carries
 * @param ranking how people it was granted to are put in order, the first difference deciding; empty when they are not
 */
public record ServiceEntry(
        String id,
        String title,
        boolean essential,
        @Nullable String request,
        Set<Disclosure> discloses,
        List<RankBy> ranking) {
    public ServiceEntry {
        discloses = Set.copyOf(discloses);
        ranking = List.copyOf(ranking);
    }
}
