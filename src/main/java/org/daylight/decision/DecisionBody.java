package org.daylight.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.daylight.evaluation.Question;
import org.daylight.records.SealedFields;
import org.daylight.records.SealedPayload;
import org.daylight.scheme.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * What is personal in a decision, as it is sealed.
 *
 * @param attributes of the request, as canonical JSON
 * @param discloses names, sorted, with commas between
 * @param assessment canonical JSON, as it was answered
 * @param traceId null for what was recorded before there was one
 */
record DecisionBody(
        String service,
        String attributes,
        String engine,
        String discloses,
        int decimals,
        String dossierHash,
        String assessment,
        @Nullable String traceId) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<SortedMap<String, @Nullable Object>> ATTRIBUTES = new TypeReference<>() {};

    static DecisionBody of(Asked asked, String assessmentJson) {
        return new DecisionBody(
                asked.question().service(),
                json(asked.question().attributes()),
                asked.engine(),
                asked.discloses().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                asked.decimals(),
                asked.dossierHash(),
                assessmentJson,
                asked.traceId());
    }

    static DecisionBody of(SealedPayload payload) {
        SealedFields fields = payload.personal();
        return new DecisionBody(
                fields.text(0),
                fields.text(1),
                fields.text(2),
                fields.text(3),
                Integer.parseInt(fields.text(4)),
                fields.text(5),
                fields.text(6),
                fields.count() > 7 ? fields.text(7) : null);
    }

    SealedPayload contents() {
        SealedFields fields = new SealedFields()
                .with(service)
                .with(attributes)
                .with(engine)
                .with(discloses)
                .with(Integer.toString(decimals))
                .with(dossierHash)
                .with(assessment);
        return SealedPayload.of(traceId == null ? fields : fields.with(traceId));
    }

    Question question() {
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

    private static String json(SortedMap<String, @Nullable Object> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
