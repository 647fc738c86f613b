package org.daylight.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.daylight.evaluation.Assessment;

/**
 * A decision as it is kept.
 *
 * @param id time-ordered UUID (version 7, RFC 9562)
 * @param asked the question
 * @param assessment what was found
 * @param assessmentJson the assessment's canonical JSON, as it was answered
 * @param recordedAt when it became durable
 */
record Recorded(String id, Asked asked, Assessment assessment, String assessmentJson, Instant recordedAt) {

    /** A decision as it was kept. */
    static Recorded read(String id, Asked asked, String assessmentJson, Instant recordedAt) {
        Assessment assessment = Assessment.fromBytes(assessmentJson.getBytes(StandardCharsets.UTF_8));
        return new Recorded(id, asked, assessment, assessmentJson, recordedAt);
    }
}
