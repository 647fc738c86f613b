package org.daylight.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The result of an evaluation.
 *
 * @param scheme the scheme's id
 * @param revision of the rules used
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
    /** These settings are part of what a stored decision's bytes mean. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public Assessment {
        adjustments = List.copyOf(adjustments);
        trace = List.copyOf(trace);
        setAside = List.copyOf(setAside);
    }

    /** The same assessment, decided otherwise. */
    Assessment decided(DecisionResult other, List<Firing> otherTrace) {
        return new Assessment(scheme, revision, asOf, start, adjustments, standing, other, otherTrace, setAside);
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
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static Assessment fromBytes(byte[] json) {
        try {
            return JSON.readValue(json, Assessment.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
