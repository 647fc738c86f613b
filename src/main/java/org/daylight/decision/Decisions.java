package org.daylight.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.daylight.dossier.DossierSnapshot;
import org.daylight.dossier.Dossiers;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.EngineVersion;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.records.LoggedRecord;
import org.daylight.records.RecordStore;
import org.daylight.records.SealedPayload;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.ServiceEntry;
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

    /** A question whose parts have been found to fit the scheme; clocks that are not set stand at now. */
    record Asking(
            RuleBase rules,
            ServiceEntry service,
            String citizen,
            Question question,
            TimePoints clocks,
            String by,
            Optional<String> traceId) {}

    /** An answer that is not kept yet. */
    record Answered(String id, Asked asked, Assessment assessment, String json) {}

    /**
     * Decides on what is known, now or at the moment that the question names.
     *
     * @throws org.daylight.evaluation.EvaluationFailedException when a rule throws; nothing is kept then
     */
    Recorded ask(Asking asking) {
        return keep(answer(asking));
    }

    Answered answer(Asking asking) {
        RuleBase rules = asking.rules();
        Instant now = EpochMicros.truncate(clock.instant());
        Instant asOf = asking.clocks().asOf().orElse(now);
        DossierSnapshot known = dossiers.known(
                rules.scheme().id(),
                asking.citizen(),
                asking.clocks().knownAt(),
                rules.scheme().manifest().eventsSince(asOf).orElse(null));
        Assessment assessment = Evaluation.assess(new Inquiry(rules, known.dossier(), asking.question(), asOf));
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        // Where nobody began a trace, one begins here; an id has the size of a trace id, and is as unique.
        Asked asked = new Asked(
                rules.scheme().id(),
                asking.citizen(),
                asking.question(),
                rules.revision(),
                asOf,
                known.knownAt(),
                known.version(),
                known.hash(),
                EngineVersion.CURRENT,
                asking.by(),
                asking.service().discloses(),
                rules.scheme().manifest().score().decimals(),
                asking.traceId().orElse(id.replace("-", "")));
        return new Answered(id, asked, assessment, new String(assessment.bytes(), StandardCharsets.UTF_8));
    }

    private Recorded keep(Answered answered) {
        Asked asked = answered.asked();
        DecisionBody body = DecisionBody.of(asked, answered.json());
        SealedPayload payload = body.contents();
        return records.write((session, recordedAt) -> {
            new DecisionRows(session).insert(DecisionRow.of(answered.id(), asked, recordedAt), body, payload);
            return new Recorded(answered.id(), asked, answered.assessment(), answered.json(), recordedAt);
        });
    }

    /**
     * A decision as it is kept.
     *
     * @throws ErasedDecisionException when its citizen was erased since
     */
    Optional<Recorded> find(String id) {
        return records.read(session -> {
            DecisionRows rows = new DecisionRows(session);
            return rows.find(id)
                    .map(found -> rows.open(found).orElseThrow(() -> new ErasedDecisionException(found.row())));
        });
    }

    /**
     * A decision as it was logged.
     *
     * @throws ErasedDecisionException when its citizen was erased since
     */
    Optional<LoggedRecord> logged(String id) {
        return records.read(session -> {
            DecisionRows rows = new DecisionRows(session);
            return rows.find(id)
                    .map(found -> rows.logged(found).orElseThrow(() -> new ErasedDecisionException(found.row())));
        });
    }
}
