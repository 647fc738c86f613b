package org.daylight.explanation.counterfactual;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.AssessmentSeries;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;

/** Runs hypotheses by the same rules and as of the same moment, as many as a limit allows and none twice. */
final class CounterfactualRuns {
    private final Inquiry inquiry;
    private final int limit;
    private final Map<List<Change>, CounterfactualRun> done = new HashMap<>();
    private final AssessmentSeries series;

    /** Ends a search that has used up its budget. */
    static final class RunLimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RunLimitException() {
            super("the budget of runs is used up", null, false, false);
        }
    }

    CounterfactualRuns(Inquiry inquiry, int limit) {
        this.inquiry = inquiry;
        this.limit = limit;
        this.series = new AssessmentSeries(inquiry);
    }

    int count() {
        return done.size();
    }

    CounterfactualRun run(Change... changes) {
        return run(List.of(changes));
    }

    /**
     * Runs a hypothesis.
     *
     * @throws RunLimitException when the budget is used up
     */
    CounterfactualRun run(List<Change> changes) {
        CounterfactualRun known = done.get(changes);
        if (known != null) {
            return known;
        }
        if (done.size() == limit || series.isSpent()) {
            throw new RunLimitException();
        }
        CounterfactualRun run = assess(changes);
        done.put(changes, run);
        return run;
    }

    private CounterfactualRun assess(List<Change> changes) {
        try {
            return CounterfactualRun.of(changes, series.assess(Hypothesis.of(inquiry, changes)));
        } catch (EvaluationFailedException ruleFailed) {
            // Where a rule fails nothing is decided, so that nothing can be promised.
            return new CounterfactualRun(changes, null, 0, List.of());
        }
    }
}
