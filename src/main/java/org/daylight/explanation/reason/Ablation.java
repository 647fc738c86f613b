package org.daylight.explanation.reason;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.AssessmentSeries;
import org.daylight.evaluation.Inquiry;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/** Runs the rules of a decision again on the same dossier with some statements left out. */
final class Ablation {
    /** What is left beyond it is not tried: it would take too long. */
    private static final int MOST_EVALUATIONS = 400;

    private final Inquiry inquiry;
    private final AssessmentSeries series;
    private final Assessment actual;
    private final Map<SortedSet<String>, AblationResult> results = new HashMap<>();

    Ablation(Inquiry inquiry, Assessment actual) {
        this.inquiry = inquiry;
        this.series = new AssessmentSeries(inquiry);
        this.actual = actual;
    }

    boolean isExhausted() {
        return results.size() >= MOST_EVALUATIONS || series.isSpent();
    }

    /** Decides without some statements, named by their ids. */
    AblationResult without(Collection<String> statements) {
        return results.computeIfAbsent(new TreeSet<>(statements), this::evaluate);
    }

    private AblationResult evaluate(SortedSet<String> omitted) {
        Assessment ablated = series.assess(inquiry.with(inquiry.dossier().without(omitted)));
        Long before = score(actual);
        Long after = score(ablated);
        return new AblationResult(
                ablated.answer().outcome(),
                ablated.answer().outcome() != actual.answer().outcome(),
                after,
                before == null || after == null ? null : after - before,
                before != null && after == null);
    }

    private static @Nullable Long score(Assessment assessment) {
        return assessment.scored().map(Standing::score).orElse(null);
    }
}
