package org.daylight.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.daylight.dossier.Mark;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Disclosure;
import org.daylight.store.Micros;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of decisions. The one place where what is personal in them is turned to bytes and back. */
final class DecisionRows {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<SortedMap<String, @Nullable Object>> ATTRIBUTES = new TypeReference<>() {};

    private final Handle handle;

    DecisionRows(Handle handle) {
        this.handle = handle;
    }

    void insert(Recorded decision, Outcome outcome) {
        Asked asked = decision.asked();
        handle.createUpdate(
                        "INSERT INTO decision (citizen, id, scheme, service, revision, as_of, known_at,"
                                + " dossier_position, enrolment_position, dossier_hash, engine, outcome, asked_by, discloses,"
                                + " decimals, recorded_at, request, payload) VALUES (:citizen, :id, :scheme, :service, :revision, :asOf, :knownAt,"
                                + " :statements, :enrolments, :hash, :engine, :outcome, :by, :discloses, :decimals, :recordedAt, :request, :payload)")
                .bind("citizen", asked.citizen())
                .bind("id", decision.id())
                .bind("scheme", asked.scheme())
                .bind("service", asked.question().service())
                .bind("revision", asked.revision())
                .bind("asOf", Micros.of(asked.asOf()))
                .bind("knownAt", Micros.of(asked.knownAt()))
                .bind("statements", asked.mark().statements())
                .bind("enrolments", asked.mark().enrolments())
                .bind("hash", asked.dossierHash())
                .bind("engine", asked.engine())
                .bind("outcome", outcome.name())
                .bind("by", asked.by())
                .bind(
                        "discloses",
                        asked.discloses().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .bind("decimals", asked.decimals())
                .bind("recordedAt", Micros.of(decision.recordedAt()))
                .bind("request", bytes(asked.question().attributes()))
                .bind("payload", decision.assessmentJson().getBytes(StandardCharsets.UTF_8))
                .execute();
    }

    Optional<Recorded> find(String id) {
        return handle.createQuery("SELECT * FROM decision WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> recorded(row))
                .findOne();
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        Asked asked = new Asked(
                row.getString("scheme"),
                row.getString("citizen"),
                new Question(row.getString("service"), attributes(row.getBytes("request"))),
                row.getString("revision"),
                instant(row, "as_of"),
                instant(row, "known_at"),
                new Mark(row.getLong("dossier_position"), row.getLong("enrolment_position")),
                row.getString("dossier_hash"),
                row.getString("engine"),
                row.getString("asked_by"),
                disclosures(row.getString("discloses")),
                row.getInt("decimals"));
        return Recorded.read(
                row.getString("id"),
                asked,
                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                instant(row, "recorded_at"));
    }

    private static Set<Disclosure> disclosures(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Disclosure::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Micros.instant(row.getLong(column));
    }

    private static byte[] bytes(SortedMap<String, @Nullable Object> attributes) {
        try {
            return JSON.writeValueAsBytes(attributes);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static SortedMap<String, @Nullable Object> attributes(byte[] json) {
        try {
            return JSON.readValue(json, ATTRIBUTES);
        } catch (IOException damaged) {
            throw new UncheckedIOException("a stored request cannot be read", damaged);
        }
    }
}
