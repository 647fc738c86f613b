package org.daylight.scheme;

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
 */
public record ServiceEntry(
        String id,
        String title,
        boolean essential,
        @Nullable String request,
        Set<Disclosure> discloses) {
    public ServiceEntry {
        discloses = Set.copyOf(discloses);
    }
}
