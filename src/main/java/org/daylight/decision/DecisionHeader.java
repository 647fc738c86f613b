package org.daylight.decision;

import java.time.Instant;
import org.daylight.dossier.DossierVersion;
import org.daylight.records.RecordHeader;

/**
 * What stands in clear of a decision: whom it is about and by which rules and clocks it was made, but neither for which service nor
 * how it came out.
 *
 * @param id time-ordered UUID (version 7, RFC 9562)
 * @param revision the rules that answered
 * @param asOf the moment asked about
 * @param knownAt the moment whose knowledge was used
 * @param version which statements and enrolments were known
 * @param recordedAt when it became durable
 * @param by the principal that asked
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
        String by)
        implements RecordHeader {

    /** The same, durable since a moment. */
    DecisionHeader recorded(Instant moment) {
        return new DecisionHeader(citizen, id, scheme, revision, asOf, knownAt, version, moment, by);
    }
}
