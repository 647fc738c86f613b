package org.daylight.decision.replay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.daylight.decision.Decision;
import org.daylight.decision.DecisionHeader;
import org.daylight.decision.TimePoints;
import org.daylight.dossier.DossierSnapshot;
import org.daylight.dossier.Dossiers;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.rulebase.RuleBase;
import org.jspecify.annotations.Nullable;

/** Runs a decision again from the kept dossier and revision, and compares byte for byte. */
public final class Replay {
    private final Dossiers dossiers;
    private final Function<String, Optional<RuleBase>> revisions;
    private final Clock latest;

    /**
     * @param revisions finds a revision by its hash
     * @param latest tells the last moment of which anything can be known
     */
    public Replay(Dossiers dossiers, Function<String, Optional<RuleBase>> revisions, Clock latest) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.latest = latest;
    }

    /** The result of a replay. */
    public enum Result {
        IDENTICAL,
        DIFFERENT,
        NOT_POSSIBLE
    }

    /**
     * The report of a replay.
     *
     * @param decision its id
     * @param revision of the rules, then and now
     * @param recordedEngine the engine that evaluated it then; absent when erased
     * @param replayedEngine the engine that evaluated it now
     * @param asOf the moment asked about now
     * @param knownAt the moment whose knowledge is used now
     * @param outcome now; absent where a replay was not possible
     * @param differences empty unless different
     * @param why in words, unless identical
     */
    public record Report(
            String decision,
            String revision,
            @Nullable String recordedEngine,
            String replayedEngine,
            Instant asOf,
            Instant knownAt,
            @Nullable Outcome outcome,
            Result result,
            List<JsonDifference> differences,
            @Nullable String why) {}

    /** The report of a decision that nobody can read any more, because its citizen was erased. */
    public static Report erased(DecisionHeader header) {
        return notPossible(header, null, "erased");
    }

    private static Report notPossible(DecisionHeader header, @Nullable String recordedEngine, String why) {
        return new Report(
                header.id(),
                header.revision(),
                recordedEngine,
                Evaluation.ENGINE_VERSION,
                header.asOf(),
                header.knownAt(),
                null,
                Result.NOT_POSSIBLE,
                List.of(),
                why);
    }

    /** Asks the question again exactly as it was asked. */
    public Report replay(Decision decision) {
        return replay(decision, null, null);
    }

    /**
     * Asks the same rules the question again for other moments, such as by what is known now; a null one stays as it was.
     *
     * @throws org.daylight.problem.CallerProblemException when a text is no moment, or {@code knownAt} lies ahead
     */
    public Report replay(Decision decision, @Nullable String asOf, @Nullable String knownAt) {
        DecisionHeader header = decision.header();
        return revisions
                .apply(header.revision())
                .map(rules -> compare(decision, rules, TimePoints.parse(rules, asOf, knownAt, latest)))
                .orElseGet(() -> notPossible(
                        header,
                        decision.content().engine(),
                        "its revision is missing, was altered or cannot be compiled any more"));
    }

    private Report compare(Decision decision, RuleBase rules, TimePoints timePoints) {
        DecisionHeader header = decision.header();
        Instant asOf = timePoints.asOf().orElse(header.asOf());
        DossierSnapshot snapshot = snapshot(
                header, timePoints, rules.scheme().manifest().eventsSince(asOf).orElse(null));
        Assessment assessment = Evaluation.assess(
                new Inquiry(rules, snapshot.dossier(), decision.content().question(), asOf));
        Instant knownAt = timePoints.knownAt().orElse(header.knownAt());
        String recorded = decision.content().assessment();
        String replayed = new String(assessment.bytes(), StandardCharsets.UTF_8);
        boolean sameClocks = asOf.equals(header.asOf()) && knownAt.equals(header.knownAt());
        boolean sameDossier = snapshot.hash().equals(decision.content().dossierHash());
        boolean identical = replayed.equals(recorded) && (sameDossier || !sameClocks);
        return new Report(
                header.id(),
                header.revision(),
                decision.content().engine(),
                Evaluation.ENGINE_VERSION,
                asOf,
                knownAt,
                assessment.answer().outcome(),
                identical ? Result.IDENTICAL : Result.DIFFERENT,
                identical ? List.of() : JsonDifference.between(recorded, replayed),
                identical ? null : why(sameClocks, sameDossier));
    }

    /** Reads by the version and not by its moment, as the version names exactly what the decision knew. */
    private DossierSnapshot snapshot(DecisionHeader header, TimePoints timePoints, @Nullable Instant eventsSince) {
        Optional<Instant> otherMoment = timePoints.knownAt().filter(moment -> !moment.equals(header.knownAt()));
        return otherMoment.isPresent()
                ? dossiers.known(header.scheme(), header.citizen(), otherMoment, eventsSince)
                : dossiers.at(header.scheme(), header.citizen(), header.version(), header.knownAt(), eventsSince);
    }

    private static String why(boolean sameClocks, boolean sameDossier) {
        if (!sameClocks) {
            return "it was asked as of another moment, or by what was known at another";
        }
        return sameDossier ? "the rules answer differently" : "the dossier is not the one that was decided on";
    }
}
