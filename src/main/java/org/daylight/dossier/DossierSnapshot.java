package org.daylight.dossier;

import java.time.Instant;
import org.daylight.scheme.Dossier;

/**
 * A dossier as it was known at a moment, with the version by which the very same one can be read again.
 *
 * @param hash see {@link DossierHash}
 * @param knownAt the moment asked for; without one, the moment of the last record about anybody. Whatever was being recorded
 *     meanwhile has a later moment, so that this one finds the same dossier for ever
 */
public record DossierSnapshot(Dossier dossier, DossierVersion version, String hash, Instant knownAt) {}
