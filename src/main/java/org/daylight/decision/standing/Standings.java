package org.daylight.decision.standing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daylight.decision.StandingView;
import org.daylight.decision.TimePoints;
import org.daylight.dossier.DossierSnapshot;
import org.daylight.dossier.Dossiers;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.ExcludedStatement;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.LapseDates;
import org.daylight.rulebase.RuleBase;
import org.jspecify.annotations.Nullable;

/** Reads a citizen's standing in a scheme, with the ledger that says why and how long. */
public final class Standings {
    private final Dossiers dossiers;

    public Standings(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /**
     * A ledger line with the day it lapses.
     *
     * @param lapsesOn first day without it if nothing else happens; absent when that is not within 12 years
     */
    public record Line(
            long points,
            @Nullable String rule,
            @Nullable String reason,
            @Nullable String cites,
            List<String> causes,
            @Nullable LocalDate lapsesOn) {}

    /** The score is start plus the points of all adjustments. */
    public record Page(
            String scheme,
            String revision,
            String citizen,
            Instant asOf,
            Instant knownAt,
            boolean enrolled,
            @JsonUnwrapped StandingView standing,
            long start,
            List<Line> adjustments,
            List<ExcludedStatement> setAside) {}

    /**
     * Reads the score and its band, with the adjustments that the score is made of.
     *
     * @param now the moment asked about where {@code timePoints} has none
     */
    public Page read(RuleBase rules, String citizen, TimePoints timePoints, Instant now) {
        Instant asOf = timePoints.asOf().orElse(now);
        DossierSnapshot snapshot = dossiers.known(
                rules.scheme().id(),
                citizen,
                timePoints.knownAt(),
                rules.scheme().manifest().eventsSince(asOf).orElse(null));
        Inquiry inquiry = new Inquiry(rules, snapshot.dossier(), null, asOf);
        Assessment assessment = Evaluation.assess(inquiry);
        return new Page(
                rules.scheme().id(),
                rules.revision(),
                citizen,
                asOf,
                snapshot.knownAt(),
                snapshot.dossier().enrolled(),
                StandingView.of(
                        assessment.standing(), rules.scheme().manifest().score().decimals()),
                assessment.start(),
                lines(assessment.adjustments(), LapseDates.of(inquiry, assessment)),
                assessment.setAside());
    }

    private static List<Line> lines(List<Adjustment> adjustments, List<@Nullable LocalDate> lapses) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment line = adjustments.get(i);
            lines.add(new Line(line.points(), line.rule(), line.reason(), line.cites(), line.causes(), lapses.get(i)));
        }
        return lines;
    }
}
