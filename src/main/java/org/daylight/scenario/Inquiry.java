package org.daylight.scenario;

import java.time.Instant;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * One dossier with what is asked about it: a case without an expectation.
 *
 * @param dossier what is given
 * @param asOf the moment asked about
 * @param question what a service asks, or null when only the standing is wanted
 */
public record Inquiry(
        Dossier dossier, Instant asOf, @Nullable Question question) {}
