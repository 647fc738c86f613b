package org.daylight.explanation.reason;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.AssessmentSeries;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.ExcludedStatement;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.LapseDates;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Finds which statements had no part in an answer, and why. One that the rules saw and no firing rests on is
 * assessed again on the day it was new: if it counted then, it has lapsed, or something that came later took away its effect.
 */
public final class NotCountedFinder {
    /** Evaluations on other days; statements beyond it are told of without their history. */
    private static final int MOST_EVALUATIONS = 300;

    private final Inquiry inquiry;
    private final AssessmentSeries series;
    private final Manifest manifest;
    private final Dossier dossier;
    private final Assessment assessment;
    private final Map<LocalDate, FiringProvenance> provenanceByDay = new HashMap<>();
    private int evaluations;

    private NotCountedFinder(Inquiry inquiry, Assessment assessment) {
        this.inquiry = inquiry;
        this.series = new AssessmentSeries(inquiry);
        this.manifest = inquiry.rules().scheme().manifest();
        this.dossier = inquiry.dossier();
        this.assessment = assessment;
    }

    /**
     * Finds what did not count, sorted by time.
     *
     * @param inquiry an inquiry whose dossier holds all that is known, also what is too old to count
     */
    public static List<NotCounted> find(Inquiry inquiry, Assessment assessment) {
        return new NotCountedFinder(inquiry, assessment).find();
    }

    private List<NotCounted> find() {
        Map<String, ExcludedStatement> excluded = assessment.setAside().stream()
                .collect(Collectors.toMap(ExcludedStatement::id, statement -> statement, (first, second) -> first));
        FiringProvenance provenance = new FiringProvenance(assessment, dossier);
        List<NotCounted> notCounted = new ArrayList<>();
        for (Statement statement : dossier.statements()) {
            if (statement.kind() != Statement.Kind.RETRACTION && !provenance.includes(statement.reference())) {
                notCounted.add(notCounted(statement, excluded.get(statement.reference())));
            }
        }
        notCounted.sort(Comparator.comparing(NotCounted::at).thenComparing(NotCounted::id));
        return notCounted;
    }

    private NotCounted notCounted(Statement statement, @Nullable ExcludedStatement excluded) {
        if (!dossier.enrolled()) {
            return entry(statement, NotCounted.Why.NOT_ENROLLED, null, "");
        }
        if (excluded != null) {
            return entry(statement, NotCounted.Why.valueOf(excluded.why().name()), null, excluded.detail());
        }
        Instant since = manifest.eventsSince(assessment.asOf()).orElse(Instant.MIN);
        if (statement.kind() == Statement.Kind.EVENT && statement.validAt().isBefore(since)) {
            return isRetracted(statement)
                    ? entry(statement, NotCounted.Why.RETRACTED, null, "")
                    : entry(statement, NotCounted.Why.OUTSIDE_LOOKBACK, leftLookback(statement), "");
        }
        return history(statement);
    }

    private static NotCounted entry(Statement statement, NotCounted.Why why, @Nullable LocalDate since, String detail) {
        return new NotCounted(
                statement.reference(), statement.type(), statement.source(), statement.validAt(), why, since, detail);
    }

    private boolean isRetracted(Statement statement) {
        return dossier.statements().stream()
                .filter(other -> other.kind() == Statement.Kind.RETRACTION)
                .anyMatch(other -> statement.reference().equals(other.retracted()));
    }

    private LocalDate leftLookback(Statement statement) {
        LocalDate began = manifest.dayOf(statement.validAt());
        LocalDate today = manifest.dayOf(assessment.asOf());
        return LapseDates.firstDay(began, today, day -> statement
                .validAt()
                .isBefore(manifest.eventsSince(manifest.lastMomentOf(day)).orElse(Instant.MIN)));
    }

    private NotCounted history(Statement statement) {
        LocalDate began = manifest.dayOf(statement.validAt());
        LocalDate today = manifest.dayOf(assessment.asOf());
        if (evaluations >= MOST_EVALUATIONS
                || series.isSpent()
                || !began.isBefore(today)
                || !countedOn(statement, began)) {
            return entry(statement, NotCounted.Why.NO_RULE, null, "");
        }
        boolean isLapsed =
                !provenance(statementsUntil(began), assessment.asOf()).includes(statement.reference());
        LocalDate since = LapseDates.firstDay(began, today, day -> !countedOn(statement, day));
        return entry(statement, isLapsed ? NotCounted.Why.LAPSED : NotCounted.Why.OVERTAKEN, since, "");
    }

    private boolean countedOn(Statement statement, LocalDate day) {
        return provenanceByDay
                .computeIfAbsent(day, on -> provenance(dossier, manifest.lastMomentOf(on)))
                .includes(statement.reference());
    }

    private FiringProvenance provenance(Dossier assessed, Instant at) {
        evaluations++;
        try {
            return new FiringProvenance(series.assess(inquiry.with(assessed).at(at)), assessed);
        } catch (EvaluationFailedException onThatDay) {
            return new FiringProvenance();
        }
    }

    /** Returns what was stated of times up to a day, without what came later to undo it. */
    private Dossier statementsUntil(LocalDate day) {
        Instant end = manifest.lastMomentOf(day);
        return dossier.without(dossier.statements().stream()
                .filter(statement -> statement.validAt().isAfter(end))
                .map(Statement::reference)
                .collect(Collectors.toSet()));
    }
}
