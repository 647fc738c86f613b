package org.daylight.dossier;

import java.time.Instant;
import org.daylight.scheme.Dossier;

/**
 * A dossier with what it takes to read the very same one again.
 *
 * @param mark what was known
 * @param recordedUntil when the last of what was read was recorded; 1970 where there is nothing
 * @param hash sha-256, in hex, of scheme, citizen, enrolment and the statements read, in the order of their positions
 */
public record KnownDossier(Dossier dossier, Mark mark, Instant recordedUntil, String hash) {
    /** By what was known when, if it was read now: a clock that has gone back takes nothing away of what is known. */
    public Instant knownAt(Instant now) {
        return recordedUntil.isAfter(now) ? recordedUntil : now;
    }
}
