package org.daylight.decision.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.decision.Decision;
import org.daylight.decision.DecisionContent;
import org.daylight.decision.DecisionCursor;
import org.daylight.decision.DecisionHeader;
import org.daylight.decision.DecisionHistory;
import org.daylight.decision.DecisionViews;
import org.daylight.decision.StandingView;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the form of an exported line. The names are those of the Open Policy Agent's decision log, so that stores and
 * dashboards made for it take ours. The schema is {@code decision-log.schema.json} beside this class.
 *
 * @param decisionId the decision's id
 * @param traceId W3C trace id of the question
 * @param revision the policy revision: hash of the scheme folder that decided
 * @param path {@code scheme/service}
 * @param erased JSON pointers to fields that were left out or can no longer be read
 * @param cursor the position behind this record
 */
record DecisionLogRecord(
        @JsonProperty("decision_id") String decisionId,
        @JsonProperty("trace_id") @Nullable String traceId,
        @JsonProperty("revision") String revision,
        @JsonProperty("path") String path,
        @JsonProperty("input") @Nullable Input input,
        @JsonProperty("result") @Nullable Result result,
        @JsonProperty("requested_by") String requestedBy,
        @JsonProperty("timestamp") Instant timestamp,
        @JsonProperty("erased") List<String> erased,
        @JsonProperty("labels") Labels labels,
        @JsonProperty("cursor") String cursor) {
    private static final List<String> PERSONAL = List.of("/input", "/path", "/result", "/trace_id");

    /** The question, and the dossier it was asked about. */
    record Input(
            @JsonProperty("scheme") String scheme,
            @JsonProperty("service") String service,
            @JsonProperty("citizen") String citizen,
            @JsonProperty("attributes") Map<String, @Nullable Object> attributes,
            @JsonProperty("as_of") Instant asOf,
            @JsonProperty("known_at") Instant knownAt,
            @JsonProperty("statements_known") long statementsKnown,
            @JsonProperty("dossier_hash") String dossierHash) {}

    /** The answer. */
    record Result(
            @JsonProperty("outcome") Outcome outcome,
            @JsonProperty("terms") Map<String, Object> terms,
            @JsonProperty("reasons") List<DecisionViews.ReasonView> reasons,
            @JsonProperty("standing") StandingView standing,
            @JsonProperty("adjustments") List<Adjustment> adjustments) {}

    /** The engine that evaluated the decision, and the log and leaf that have it. */
    record Labels(
            @JsonProperty("engine") @Nullable String engine,
            @JsonProperty("log") String log,
            @JsonProperty("leaf") long leaf) {}

    /** The record of a decision; without its personal fields when its citizen was erased, as nobody can read them any more. */
    static DecisionLogRecord of(DecisionHistory.Entry entry, String origin, DecisionCursor cursor) {
        DecisionHeader header = entry.header();
        Optional<DecisionContent> content = entry.decision().map(Decision::content);
        return new DecisionLogRecord(
                header.id(),
                content.map(DecisionContent::traceId).orElse(null),
                header.revision(),
                header.scheme() + content.map(opened -> "/" + opened.service()).orElse(""),
                content.map(opened -> input(header, opened)).orElse(null),
                entry.decision().map(DecisionLogRecord::result).orElse(null),
                header.recordedBy(),
                header.recordedAt(),
                content.isPresent() ? List.of() : PERSONAL,
                new Labels(content.map(DecisionContent::engine).orElse(null), origin, entry.leaf()),
                cursor.toString());
    }

    private static Input input(DecisionHeader header, DecisionContent content) {
        return new Input(
                header.scheme(),
                content.service(),
                header.citizen(),
                content.question().attributes(),
                header.asOf(),
                header.knownAt(),
                header.version().statements(),
                content.dossierHash());
    }

    private static Result result(Decision decision) {
        Assessment assessment = decision.assessment();
        DecisionResult answer = assessment.answer();
        return new Result(
                answer.outcome(),
                answer.terms(),
                DecisionViews.reasons(answer),
                StandingView.of(assessment.standing(), decision.content().decimals()),
                assessment.adjustments());
    }
}
