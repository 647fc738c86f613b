package org.daylight.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.daylight.evaluation.Assessment;
import org.daylight.records.CanonicalJson;
import org.daylight.records.CanonicalObject;

/**
 * A decision as it is kept.
 *
 * @param header stored in clear
 * @param content stored sealed
 * @param assessment read from the content
 */
public record Decision(DecisionHeader header, DecisionContent content, Assessment assessment) {

    Decision(DecisionHeader header, DecisionContent content) {
        this(header, content, Assessment.fromBytes(content.assessment().getBytes(StandardCharsets.UTF_8)));
    }

    /** The same decision, recorded at a moment. */
    Decision recorded(Instant recordedAt) {
        return new Decision(header.recorded(recordedAt), content, assessment);
    }

    public String id() {
        return header.id();
    }

    /** The bytes of the canonical record, which is logged. */
    static byte[] record(DecisionHeader header, DecisionContent content) {
        return CanonicalObject.record("decision")
                .with("asOf", header.asOf())
                .withJson("assessment", content.assessment())
                .withJson("attributes", content.attributes())
                .with("citizen", header.citizen())
                .with("decimals", content.decimals())
                .withJson("discloses", CanonicalJson.bytes(content.discloses().split(",")))
                .withJson("dossier", dossier(header, content))
                .with("engine", content.engine())
                .with("id", header.id())
                .with("knownAt", header.knownAt())
                .with("recordedAt", header.recordedAt())
                .with("recordedBy", header.recordedBy())
                .with("revision", header.revision())
                .with("scheme", header.scheme())
                .with("service", content.service())
                .with("traceId", content.traceId())
                .bytes();
    }

    private static byte[] dossier(DecisionHeader header, DecisionContent content) {
        return new CanonicalObject()
                .with("enrolments", header.version().enrolments())
                .with("hash", content.dossierHash())
                .with("statements", header.version().statements())
                .bytes();
    }
}
