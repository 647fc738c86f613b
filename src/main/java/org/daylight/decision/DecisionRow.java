package org.daylight.decision;

import java.time.Instant;
import org.daylight.dossier.DossierVersion;
import org.daylight.records.CanonicalJson;
import org.daylight.records.CanonicalObject;
import org.daylight.vault.RecordAddress;

/**
 * What is in clear of a decision: whose it is and by which rules and clocks it was made, but neither for which service nor how it
 * came out.
 *
 * @param by the principal that asked
 */
record DecisionRow(
        String id,
        String scheme,
        String citizen,
        String revision,
        Instant asOf,
        Instant knownAt,
        DossierVersion mark,
        Instant recordedAt,
        String by) {

    static DecisionRow of(String id, Asked asked, Instant recordedAt) {
        return new DecisionRow(
                id,
                asked.scheme(),
                asked.citizen(),
                asked.revision(),
                asked.asOf(),
                asked.knownAt(),
                asked.mark(),
                recordedAt,
                asked.by());
    }

    RecordAddress place() {
        return RecordAddress.of("decision", citizen, id);
    }

    Recorded with(DecisionBody body) {
        Asked asked = new Asked(
                scheme,
                citizen,
                body.question(),
                revision,
                asOf,
                knownAt,
                mark,
                body.dossierHash(),
                body.engine(),
                by,
                body.disclosures(),
                body.decimals(),
                body.traceId());
        return Recorded.read(id, asked, body.assessment(), recordedAt);
    }

    /** The canonical record. */
    byte[] record(DecisionBody body) {
        return CanonicalObject.record("decision")
                .with("asOf", asOf)
                .withJson("assessment", body.assessment())
                .withJson("attributes", body.attributes())
                .with("citizen", citizen)
                .with("decimals", body.decimals())
                .withJson("discloses", CanonicalJson.bytes(body.discloses().split(",")))
                .withJson("dossier", dossier(body.dossierHash()))
                .with("engine", body.engine())
                .with("id", id)
                .with("knownAt", knownAt)
                .with("recordedAt", recordedAt)
                .with("recordedBy", by)
                .with("revision", revision)
                .with("scheme", scheme)
                .with("service", body.service())
                .with("traceId", body.traceId())
                .bytes();
    }

    private byte[] dossier(String hash) {
        return new CanonicalObject()
                .with("enrolments", mark.enrolments())
                .with("hash", hash)
                .with("statements", mark.statements())
                .bytes();
    }
}
