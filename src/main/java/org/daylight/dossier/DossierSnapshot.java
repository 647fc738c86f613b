package org.daylight.dossier;

import java.time.Instant;
import org.daylight.scheme.Dossier;

/**
 * A dossier as it was known at a moment, with what it takes to read the very same one again.
 *
 * @param version what was known
 * @param hash sha-256, in hex, of scheme, citizen, enrolment and the statements read, in the order of their positions
 * @param knownAt where nobody asked for a moment, that of the last thing recorded about anybody: what was being recorded meanwhile
 *     will have a later one, so that asking for this moment finds the same dossier for ever
 */
public record DossierSnapshot(Dossier dossier, DossierVersion version, String hash, Instant knownAt) {}
