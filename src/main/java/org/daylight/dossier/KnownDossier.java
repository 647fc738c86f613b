package org.daylight.dossier;

import org.daylight.scheme.Dossier;

/**
 * A dossier with what it takes to read the very same one again.
 *
 * @param mark what was known
 * @param hash sha-256, in hex, of scheme, citizen, enrolment and the statements read, in the order of their positions
 */
public record KnownDossier(Dossier dossier, DossierVersion mark, String hash) {}
