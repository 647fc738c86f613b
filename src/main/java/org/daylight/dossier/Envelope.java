package org.daylight.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.daylight.problem.CallerProblemException.Violation;

/**
 * A CloudEvent's attributes, read without looking at any scheme. An attribute that is wrong is empty.
 *
 * @param path of the event in the caller's document: empty, or {@code [3].} in a batch
 * @param validAt from {@code time}
 * @param digest sha-256 of its canonical content: type, subject, time and data
 * @param violations those found in the attributes
 */
record Envelope(
        String path,
        StatementKey key,
        String scheme,
        String type,
        String citizen,
        Instant validAt,
        ObjectNode data,
        String digest,
        List<Violation> violations) {

    /** Whether all attributes are right; only then can it be compared with a stored one. */
    boolean isIntact() {
        return violations.isEmpty();
    }
}
