package org.daylight.decision;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.daylight.evaluation.Assessment;
import org.daylight.records.CanonicalJson;
import org.daylight.records.CanonicalObject;
import org.daylight.store.RecordDamagedException;

/**
 * A decision as it is kept.
 *
 * @param header what stands in clear
 * @param content what is sealed
 * @param assessment the content's, read
 */
public record Decision(DecisionHeader header, DecisionContent content, Assessment assessment) {

    Decision(DecisionHeader header, DecisionContent content) {
        this(header, content, read(content));
    }

    private static Assessment read(DecisionContent content) {
        try {
            return Assessment.fromBytes(content.assessment().getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException unreadable) {
            throw new RecordDamagedException(
                    "decision", "a row of `decision` opens, but what is in it cannot be read", unreadable);
        }
    }

    /** The same, durable since a moment. */
    Decision recorded(Instant moment) {
        return new Decision(header.recorded(moment), content, assessment);
    }

    public String id() {
        return header.id();
    }

    /** The canonical record, whose bytes are logged. */
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
                .with("recordedBy", header.by())
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
