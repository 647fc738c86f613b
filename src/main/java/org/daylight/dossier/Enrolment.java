package org.daylight.dossier;

import java.time.Instant;
import org.daylight.scheme.LawfulBasis;

/**
 * That a citizen was given notice, and on which basis data may be held.
 *
 * @param notice version of the notice given
 * @param recordedAt when it became durable here
 * @param revision the scheme's live revision at that time
 */
public record Enrolment(
        String scheme, String citizen, String notice, LawfulBasis lawfulBasis, Instant recordedAt, String revision) {}
