package org.daylight.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.daylight.dossier.DossierSnapshot;
import org.daylight.dossier.Dossiers;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.records.LoggedRecord;
import org.daylight.records.RecordStore;
import org.daylight.records.SealedPayload;
import org.daylight.records.SealedTable.Row;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Manifest;
import org.daylight.store.EpochMicros;

/** Asks the rules and keeps the answer. INVARIANT: a decision is handed out only after it is durable. */
public final class Decisions {
    private final RecordStore records;
    private final Dossiers dossiers;
    private final Clock clock;

    public Decisions(RecordStore records, Dossiers dossiers, Clock clock) {
        this.records = records;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * Decides on the dossier as known now, or at the moment that the question names, and keeps the decision.
     *
     * @return once it is durable
     * @throws org.daylight.evaluation.EvaluationFailedException when a rule throws; nothing is kept then
     */
    Decision ask(DecisionRequest request) {
        Decision unrecorded = answer(request);
        SealedPayload payload = unrecorded.content().payload();
        return records.write((session, recordedAt) -> {
            Decision decision = unrecorded.recorded(recordedAt);
            new DecisionRows(session).insert(decision, payload);
            return decision;
        });
    }

    /** Decides without keeping it. */
    Decision answer(DecisionRequest request) {
        RuleBase rules = request.rules();
        String scheme = rules.scheme().id();
        Manifest manifest = rules.scheme().manifest();
        Instant now = EpochMicros.truncate(clock.instant());
        Instant asOf = request.timePoints().asOf().orElse(now);
        DossierSnapshot snapshot = dossiers.known(
                scheme,
                request.citizen(),
                request.timePoints().knownAt(),
                manifest.eventsSince(asOf).orElse(null));
        Assessment assessment = Evaluation.assess(new Inquiry(rules, snapshot.dossier(), request.question(), asOf));
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        DecisionHeader header = new DecisionHeader(
                request.citizen(),
                id,
                scheme,
                rules.revision(),
                asOf,
                snapshot.knownAt(),
                snapshot.version(),
                now,
                request.askedBy());
        DecisionContent content = new DecisionContent(
                request.service().id(),
                DecisionContent.text(request.question().attributes()),
                Evaluation.ENGINE_VERSION,
                DecisionContent.text(request.service().discloses()),
                manifest.score().decimals(),
                snapshot.hash(),
                DecisionContent.text(assessment),
                // Where the caller began no trace, one begins here; a decision's id has the size of a trace id, and is
                // as unique.
                request.traceId().orElse(id.replace("-", "")));
        return new Decision(header, content, assessment);
    }

    /**
     * A decision as it is kept.
     *
     * @throws ErasedDecisionException when its citizen was erased since
     */
    public Optional<Decision> find(String id) {
        return find(id, DecisionRows::open);
    }

    /**
     * A decision as it was logged.
     *
     * @throws ErasedDecisionException when its citizen was erased since
     */
    Optional<LoggedRecord> logged(String id) {
        return find(id, DecisionRows::logged);
    }

    private <T> Optional<T> find(String id, BiFunction<DecisionRows, Row<DecisionHeader>, Optional<T>> open) {
        return records.read(session -> {
            DecisionRows rows = new DecisionRows(session);
            return rows.find(id)
                    .map(row -> open.apply(rows, row).orElseThrow(() -> new ErasedDecisionException(row.header())));
        });
    }
}
