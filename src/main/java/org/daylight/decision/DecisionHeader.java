package org.daylight.decision;

import java.time.Instant;
import org.daylight.dossier.DossierVersion;
import org.daylight.records.RecordHeader;

/**
 * The part of a decision that stands in clear: the citizen, the rules and the moments, but neither the service nor the outcome.
 *
 * @param id time-ordered UUID (version 7, RFC 9562)
 * @param revision of the rules that answered
 * @param asOf the moment asked about
 * @param knownAt the moment whose knowledge was used
 * @param version of the dossier that was known
 * @param recordedAt the moment at which it was recorded
 * @param recordedBy the principal that asked
 */
public record DecisionHeader(
        String citizen,
        String id,
        String scheme,
        String revision,
        Instant asOf,
        Instant knownAt,
        DossierVersion version,
        Instant recordedAt,
        String recordedBy)
        implements RecordHeader {

    /** The same header, recorded at a moment. */
    DecisionHeader recorded(Instant moment) {
        return new DecisionHeader(citizen, id, scheme, revision, asOf, knownAt, version, moment, recordedBy);
    }
}
