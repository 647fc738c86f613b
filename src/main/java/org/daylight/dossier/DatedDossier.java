package org.daylight.dossier;

import java.time.Instant;

/**
 * A dossier as it was known at a moment.
 *
 * @param knownAt where nobody asked for a moment, that of the last thing recorded about anybody: what was being recorded meanwhile
 *     will have a later one, so that asking for this moment finds the same dossier for ever
 */
public record DatedDossier(Instant knownAt, KnownDossier known) {}
