package org.daylight.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.ExcludedStatement;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * The views of a decision that readers get. A service sees what its manifest entry disclosed when it asked; the citizen, auditors
 * and caseworkers see all. Absent fields are not disclosed.
 */
public final class DecisionViews {
    private DecisionViews() {}

    /** A reason of the decision, for readers who do not read traces. */
    public record ReasonView(
            String rule, @Nullable String reason, @Nullable String cites) {}

    /** The parts of a decision that were disclosed to the service that asked. */
    record Answer(
            @JsonUnwrapped DecisionSummary head,
            Instant knownAt,
            Instant decidedAt,
            @Nullable Outcome outcome,
            @Nullable Map<String, Object> terms,
            @Nullable List<ReasonView> reasons,
            @Nullable StandingView standing) {}

    /** All of a decision but the firings. */
    record Whole(
            String id,
            String scheme,
            String revision,
            String engine,
            String service,
            String citizen,
            Map<String, @Nullable Object> attributes,
            String askedBy,
            Instant asOf,
            Instant knownAt,
            Instant decidedAt,
            long statementsKnown,
            String dossierHash,
            Outcome outcome,
            Map<String, Object> terms,
            List<ReasonView> reasons,
            StandingView standing,
            long start,
            List<Adjustment> adjustments,
            List<ExcludedStatement> setAside) {}

    /** The firings: each with its rule, the data it rests on, and its effect. */
    record Trace(
            @JsonUnwrapped DecisionSummary head,
            Outcome outcome,
            List<Firing> firings,
            List<ExcludedStatement> setAside) {}

    static Answer disclosed(Decision decision) {
        Assessment assessment = decision.assessment();
        DecisionResult answer = assessment.answer();
        Set<Disclosure> discloses = decision.content().disclosures();
        boolean score = discloses.contains(Disclosure.SCORE);
        boolean band = discloses.contains(Disclosure.BAND);
        return new Answer(
                DecisionSummary.of(decision),
                decision.header().knownAt(),
                decision.header().recordedAt(),
                discloses.contains(Disclosure.OUTCOME) ? answer.outcome() : null,
                discloses.contains(Disclosure.TERMS) ? answer.terms() : null,
                discloses.contains(Disclosure.REASONS) ? reasons(answer) : null,
                score || band
                        ? StandingView.of(
                                assessment.standing(), decision.content().decimals(), score, band)
                        : null);
    }

    static Whole whole(Decision decision) {
        DecisionHeader header = decision.header();
        DecisionContent content = decision.content();
        Question question = content.question();
        Assessment assessment = decision.assessment();
        DecisionResult answer = assessment.answer();
        return new Whole(
                header.id(),
                header.scheme(),
                header.revision(),
                content.engine(),
                question.service(),
                header.citizen(),
                question.attributes(),
                header.recordedBy(),
                header.asOf(),
                header.knownAt(),
                header.recordedAt(),
                header.version().statements(),
                content.dossierHash(),
                answer.outcome(),
                answer.terms(),
                reasons(answer),
                StandingView.of(assessment.standing(), content.decimals()),
                assessment.start(),
                assessment.adjustments(),
                assessment.setAside());
    }

    static Trace trace(Decision decision) {
        Assessment assessment = decision.assessment();
        return new Trace(
                DecisionSummary.of(decision), assessment.answer().outcome(), assessment.trace(), assessment.setAside());
    }

    public static List<ReasonView> reasons(DecisionResult answer) {
        return answer.reasons().stream()
                .map(reason -> new ReasonView(reason.rule(), reason.reason(), reason.cites()))
                .toList();
    }
}
