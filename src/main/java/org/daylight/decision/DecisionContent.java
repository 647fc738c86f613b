package org.daylight.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Question;
import org.daylight.records.SealedFields;
import org.daylight.records.SealedPayload;
import org.daylight.scheme.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * The part of a decision that is sealed, because it is personal. Documents are kept as the text that was logged.
 *
 * @param attributes of the question, as canonical JSON
 * @param engine name and version of the engine that evaluated it
 * @param discloses the parts that the service might see when it asked: names of {@link Disclosure}s, sorted, with commas between
 * @param decimals with which the scheme shows a score
 * @param dossierHash of the dossier as read
 * @param assessment canonical JSON, as it was answered
 * @param traceId W3C trace id of the question, by which other systems' records of it are found
 */
public record DecisionContent(
        String service,
        String attributes,
        String engine,
        String discloses,
        int decimals,
        String dossierHash,
        String assessment,
        String traceId) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<SortedMap<String, @Nullable Object>> ATTRIBUTES = new TypeReference<>() {};

    static DecisionContent of(SealedFields fields) {
        return new DecisionContent(
                fields.text(0),
                fields.text(1),
                fields.text(2),
                fields.text(3),
                Integer.parseInt(fields.text(4)),
                fields.text(5),
                fields.text(6),
                fields.text(7));
    }

    SealedPayload payload() {
        return SealedPayload.of(new SealedFields()
                .with(service)
                .with(attributes)
                .with(engine)
                .with(discloses)
                .with(Integer.toString(decimals))
                .with(dossierHash)
                .with(assessment)
                .with(traceId));
    }

    public Question question() {
        try {
            return new Question(service, JSON.readValue(attributes, ATTRIBUTES));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a stored request cannot be read", damaged);
        }
    }

    Set<Disclosure> disclosures() {
        return Arrays.stream(discloses.split(","))
                .filter(name -> !name.isEmpty())
                .map(Disclosure::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String text(Set<Disclosure> disclosures) {
        return disclosures.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static String text(SortedMap<String, @Nullable Object> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String text(Assessment assessment) {
        return new String(assessment.bytes(), StandardCharsets.UTF_8);
    }
}
