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
import org.daylight.evaluation.EngineVersion;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.rulebase.RuleBase;
import org.jspecify.annotations.Nullable;

/** Runs a decision again from the kept dossier and the kept revision, and compares byte for byte. */
public final class Replay {
    private final Dossiers dossiers;
    private final Function<String, Optional<RuleBase>> revisions;
    private final Clock latest;

    /**
     * @param revisions finds a revision by its hash
     * @param latest until when anything can be known
     */
    public Replay(Dossiers dossiers, Function<String, Optional<RuleBase>> revisions, Clock latest) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.latest = latest;
    }

    /** What became of a replay. */
    public enum Result {
        IDENTICAL,
        DIFFERENT,
        NOT_POSSIBLE
    }

    /**
     * The report of a replay.
     *
     * @param decision its id
     * @param asOf the moment asked about this time
     * @param knownAt by what was known when it answered this time
     * @param outcome this time; absent where it was not possible
     * @param revision the rules it was replayed with
     * @param recordedEngine what evaluated it then; absent when erased
     * @param replayedEngine what evaluated it now
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
            List<JsonDifference.At> differences,
            @Nullable String why) {}

    /** Of a decision that nobody can read any more, because its citizen was erased. */
    public static Report erased(DecisionHeader header) {
        return new Report(
                header.id(),
                header.revision(),
                null,
                EngineVersion.CURRENT,
                header.asOf(),
                header.knownAt(),
                null,
                Result.NOT_POSSIBLE,
                List.of(),
                "erased");
    }

    /** Puts the question again exactly as it was put. */
    public Report replay(Decision decision) {
        DecisionHeader header = decision.header();
        return replay(
                decision,
                header.asOf(),
                header.knownAt(),
                since -> dossiers.at(header.scheme(), header.citizen(), header.version(), header.knownAt(), since));
    }

    /**
     * Puts the question again to the same rules with other clocks, such as by what is known now; what is not set stays as it
     * was.
     *
     * @throws org.daylight.problem.CallerProblemException when a clock is no moment, or {@code knownAt} lies ahead
     */
    public Report replay(Decision decision, @Nullable String asOf, @Nullable String knownAt) {
        Optional<RuleBase> rules = revisions.apply(decision.header().revision());
        return rules.isEmpty()
                ? replay(decision)
                : replay(decision, TimePoints.parse(rules.get(), asOf, knownAt, latest));
    }

    private Report replay(Decision decision, TimePoints timePoints) {
        if (timePoints.knownAt().isEmpty() && timePoints.asOf().isEmpty()) {
            return replay(decision);
        }
        DecisionHeader header = decision.header();
        // What it knew is told exactly by its mark; up to a moment that its caller named, more may have been recorded
        // since.
        Optional<Instant> otherwise = timePoints.knownAt().filter(moment -> !moment.equals(header.knownAt()));
        return replay(
                decision,
                timePoints.asOf().orElse(header.asOf()),
                otherwise.orElse(header.knownAt()),
                since -> otherwise.isPresent()
                        ? dossiers.known(header.scheme(), header.citizen(), otherwise, since)
                        : dossiers.at(header.scheme(), header.citizen(), header.version(), header.knownAt(), since));
    }

    /** Reads the dossier, given the moment before which events are left out. */
    private interface Reading {
        DossierSnapshot since(@Nullable Instant eventsSince);
    }

    private Report replay(Decision decision, Instant asOf, Instant knownAt, Reading reading) {
        DecisionHeader header = decision.header();
        Optional<RuleBase> rules = revisions.apply(header.revision());
        if (rules.isEmpty()) {
            return report(
                    decision,
                    asOf,
                    knownAt,
                    null,
                    Result.NOT_POSSIBLE,
                    List.of(),
                    "its revision is missing, was altered or cannot be compiled any more");
        }
        DossierSnapshot known =
                reading.since(rules.get().scheme().manifest().eventsSince(asOf).orElse(null));
        Assessment again = Evaluation.assess(
                new Inquiry(rules.get(), known.dossier(), decision.content().question(), asOf));
        Outcome outcome = again.answer().outcome();
        String json = new String(again.bytes(), StandardCharsets.UTF_8);
        boolean sameClocks = asOf.equals(header.asOf()) && knownAt.equals(header.knownAt());
        boolean sameDossier = known.hash().equals(decision.content().dossierHash());
        if (json.equals(decision.content().assessment()) && (sameDossier || !sameClocks)) {
            return report(decision, asOf, knownAt, outcome, Result.IDENTICAL, List.of(), null);
        }
        String why = sameDossier ? "the rules answer differently" : "the dossier is not the one that was decided on";
        return report(
                decision,
                asOf,
                knownAt,
                outcome,
                Result.DIFFERENT,
                JsonDifference.between(decision.content().assessment(), json),
                sameClocks ? why : "it was asked as of another moment, or by what was known at another");
    }

    private static Report report(
            Decision decision,
            Instant asOf,
            Instant knownAt,
            @Nullable Outcome outcome,
            Result result,
            List<JsonDifference.At> differences,
            @Nullable String why) {
        DecisionHeader header = decision.header();
        return new Report(
                decision.id(),
                header.revision(),
                decision.content().engine(),
                EngineVersion.CURRENT,
                asOf,
                knownAt,
                outcome,
                result,
                differences,
                why);
    }
}
