package org.daylight.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.daylight.problem.CallerProblemException.Violation;

/**
 * A CloudEvent's attributes, read without looking at any scheme. Those that were wrong are empty.
 *
 * @param path of the event in the caller's document: empty, or {@code [3].} in a batch
 * @param validAt from {@code time}
 * @param digest sha-256 of its canonical content: type, subject, time and data
 * @param violations what is wrong with the attributes
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

    /** Whether it says the same as one that was stored can only be told when it says something whole. */
    boolean isIntact() {
        return violations.isEmpty();
    }
}
