package org.daylight.decision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.daylight.dossier.Dossiers;
import org.daylight.dossier.KnownDossier;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.EngineVersion;
import org.daylight.evaluation.Evaluation;
import org.daylight.publication.LiveSchemes;
import org.daylight.rulebase.RuleBase;
import org.jspecify.annotations.Nullable;

/** Runs a decision again from the kept dossier and the kept revision, and compares byte for byte. */
public final class Replay {
    private final Dossiers dossiers;
    private final LiveSchemes schemes;

    public Replay(Dossiers dossiers, LiveSchemes schemes) {
        this.dossiers = dossiers;
        this.schemes = schemes;
    }

    /** What became of a replay. */
    enum Result {
        IDENTICAL,
        DIFFERENT,
        NOT_POSSIBLE
    }

    /**
     * The report of a replay.
     *
     * @param decision its id
     * @param revision the rules it was replayed with
     * @param recordedEngine what evaluated it then
     * @param replayedEngine what evaluated it now
     * @param differences empty unless different
     * @param why in words, unless identical
     */
    record Report(
            String decision,
            String revision,
            String recordedEngine,
            String replayedEngine,
            Result result,
            List<JsonDifference.At> differences,
            @Nullable String why) {}

    Report replay(Recorded decision) {
        Asked asked = decision.asked();
        Optional<RuleBase> rules = schemes.revision(asked.revision());
        if (rules.isEmpty()) {
            return report(decision, Result.NOT_POSSIBLE, List.of(), "the revision cannot be compiled any more");
        }
        KnownDossier known = dossiers.at(
                asked.scheme(),
                asked.citizen(),
                asked.mark(),
                rules.get().scheme().manifest().eventsSince(asked.asOf()).orElse(null));
        Assessment again = Evaluation.assess(rules.get(), known.dossier(), asked.question(), asked.asOf());
        String json = new String(again.bytes(), StandardCharsets.UTF_8);
        boolean sameDossier = known.hash().equals(asked.dossierHash());
        if (sameDossier && json.equals(decision.assessmentJson())) {
            return report(decision, Result.IDENTICAL, List.of(), null);
        }
        return report(
                decision,
                Result.DIFFERENT,
                JsonDifference.between(decision.assessmentJson(), json),
                sameDossier ? "the rules answer differently" : "the dossier is not the one that was decided on");
    }

    private static Report report(
            Recorded decision, Result result, List<JsonDifference.At> differences, @Nullable String why) {
        Asked asked = decision.asked();
        return new Report(
                decision.id(), asked.revision(), asked.engine(), EngineVersion.CURRENT, result, differences, why);
    }
}
