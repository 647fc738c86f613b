package org.daylight.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/**
 * All that an evaluation says.
 *
 * @param scheme the scheme's id
 * @param revision whose rules were used
 * @param asOf the moment asked about
 * @param start the score before any adjustment
 * @param adjustments the ledger; start plus all points is the score
 * @param standing score and band, or null: not scored
 * @param decision the answer, or null when nothing was asked
 * @param trace every firing in order
 * @param setAside statements that did not enter, sorted by id
 */
public record Assessment(
        String scheme,
        String revision,
        Instant asOf,
        long start,
        List<Adjustment> adjustments,
        @Nullable Standing standing,
        @Nullable DecisionResult decision,
        List<Firing> trace,
        List<ExcludedStatement> setAside) {
    public Assessment {
        adjustments = List.copyOf(adjustments);
        trace = List.copyOf(trace);
        setAside = List.copyOf(setAside);
    }

    public Optional<Standing> scored() {
        return Optional.ofNullable(standing);
    }

    /** The decision of an assessment that answers a question. */
    public DecisionResult answer() {
        if (decision == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return decision;
    }

    /** The canonical bytes: JSON in UTF-8, fields in the order declared, names of maps sorted. Equal assessments, equal bytes. */
    public byte[] bytes() {
        return AssessmentJson.write(this);
    }

    public static Assessment fromBytes(byte[] json) {
        return AssessmentJson.read(json);
    }
}
