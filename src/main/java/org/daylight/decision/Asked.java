package org.daylight.decision;

import java.time.Instant;
import java.util.Set;
import org.daylight.dossier.DossierVersion;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was put, with all it takes to put it again.
 *
 * @param scheme the scheme's id
 * @param citizen whom it is about
 * @param question service and attributes
 * @param revision the rules that answered
 * @param asOf the moment asked about
 * @param knownAt the moment whose knowledge was used
 * @param mark which statements and enrolments were known
 * @param dossierHash of the dossier as read
 * @param engine what evaluated it
 * @param by the principal that asked
 * @param discloses what the service was allowed to see when it asked
 * @param decimals how the scheme shows a score
 * @param traceId W3C trace id of the question, by which other systems' records of it are found; null for what was recorded
 *     before there was one
 */
record Asked(
        String scheme,
        String citizen,
        Question question,
        String revision,
        Instant asOf,
        Instant knownAt,
        DossierVersion mark,
        String dossierHash,
        String engine,
        String by,
        Set<Disclosure> discloses,
        int decimals,
        @Nullable String traceId) {}
