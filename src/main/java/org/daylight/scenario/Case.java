package org.daylight.scenario;

import java.time.Instant;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * One case, as a lawyer would tell it.
 *
 * @param file path inside the scheme folder
 * @param line where the case begins
 * @param title of the file
 * @param name what the case claims
 * @param dossier what is given
 * @param asOf the moment asked about
 * @param question what a service asks, or null when only the standing is wanted
 * @param expected what must come out
 */
public record Case(
        String file,
        int line,
        String title,
        String name,
        Dossier dossier,
        Instant asOf,
        @Nullable Question question,
        Expectation expected) {}
