package org.daylight.dossier;

import java.time.Instant;
import org.daylight.scheme.LawfulBasis;

/**
 * A citizen's enrolment in a scheme: the notice that the citizen was given, and the basis on which data may be held.
 *
 * @param notice version of the notice given
 * @param recordedAt the moment at which it was recorded
 * @param revision the scheme's live revision at that time
 */
public record Enrolment(
        String scheme, String citizen, String notice, LawfulBasis lawfulBasis, Instant recordedAt, String revision) {}
