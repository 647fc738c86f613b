package org.daylight.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.daylight.dossier.Dossiers;
import org.daylight.dossier.KnownDossier;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.EngineVersion;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.ServiceEntry;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.store.Micros;

/** Asks the rules and keeps the answer. INVARIANT: a decision is handed out only after it is durable. */
public final class Decisions {
    private final Database database;
    private final GroupWriter writer;
    private final Dossiers dossiers;
    private final Clock clock;

    public Decisions(Database database, GroupWriter writer, Dossiers dossiers, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** A question whose parts have been found to fit the scheme; clocks that are not set stand at now. */
    record Asking(RuleBase rules, ServiceEntry service, String citizen, Question question, Clocks clocks, String by) {}

    /**
     * Decides on what is known, now or at the moment that the question names.
     *
     * @throws org.daylight.evaluation.EvaluationFailed when a rule throws; nothing is kept then
     */
    Recorded ask(Asking asking) {
        RuleBase rules = asking.rules();
        Instant now = Micros.truncate(clock.instant());
        Instant asOf = asking.clocks().asOf().orElse(now);
        KnownDossier known = dossiers.known(
                rules.scheme().id(),
                asking.citizen(),
                asking.clocks().knownAt(),
                rules.scheme().manifest().eventsSince(asOf).orElse(null));
        Assessment assessment = Evaluation.assess(rules, known.dossier(), asking.question(), asOf);
        Asked asked = new Asked(
                rules.scheme().id(),
                asking.citizen(),
                asking.question(),
                rules.revision(),
                asOf,
                asking.clocks().knownAt().orElse(now),
                known.mark(),
                known.hash(),
                EngineVersion.CURRENT,
                asking.by(),
                asking.service().discloses(),
                rules.scheme().manifest().score().decimals());
        String json = new String(assessment.bytes(), StandardCharsets.UTF_8);
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return writer.write((handle, recordedAt) -> {
            Recorded recorded = new Recorded(id, asked, assessment, json, recordedAt);
            new DecisionRows(handle).insert(recorded, assessment.answer().outcome());
            return recorded;
        });
    }

    Optional<Recorded> find(String id) {
        return database.reading().withHandle(handle -> new DecisionRows(handle).find(id));
    }
}
