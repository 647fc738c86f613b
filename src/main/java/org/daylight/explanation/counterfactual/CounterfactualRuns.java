package org.daylight.explanation.counterfactual;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;

/** Runs hypotheses by the same rules and as of the same moment, as many as its budget allows and none twice. */
final class CounterfactualRuns {
    private final RuleBase rules;
    private final Dossier dossier;
    private final Question question;
    private final Instant asOf;
    private final int limit;
    private final Map<List<Change>, CounterfactualRun> done = new HashMap<>();

    /** Ends a search that has used up its budget. */
    static final class RunLimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RunLimitException() {
            super("the budget of trials is used up", null, false, false);
        }
    }

    CounterfactualRuns(RuleBase rules, Dossier dossier, Question question, Instant asOf, int limit) {
        this.rules = rules;
        this.dossier = dossier;
        this.question = question;
        this.asOf = asOf;
        this.limit = limit;
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
     * @throws RunLimitException when the budget is
     */
    CounterfactualRun run(List<Change> changes) {
        CounterfactualRun known = done.get(changes);
        if (known != null) {
            return known;
        }
        if (done.size() == limit) {
            throw new RunLimitException();
        }
        CounterfactualRun run = assess(changes);
        done.put(changes, run);
        return run;
    }

    private CounterfactualRun assess(List<Change> changes) {
        Hypothesis hypothesis = Hypothesis.of(dossier, question, asOf, rules.types(), changes);
        try {
            return CounterfactualRun.of(
                    changes, Evaluation.assess(rules, hypothesis.dossier(), hypothesis.question(), asOf));
        } catch (EvaluationFailedException ruleFailed) {
            // Where a rule fails nothing is decided, so that nothing can be promised.
            return new CounterfactualRun(changes, null, 0, List.of());
        }
    }
}
