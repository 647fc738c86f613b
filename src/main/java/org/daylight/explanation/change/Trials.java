package org.daylight.explanation.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailed;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;

/** Runs hypotheses by the same rules and as of the same moment, as many as its budget allows and none twice. */
final class Trials {
    private final RuleBase rules;
    private final Dossier dossier;
    private final Question question;
    private final Instant asOf;
    private final int limit;
    private final Map<List<Change>, Trial> done = new HashMap<>();

    /** Ends a search that has used up its budget. */
    static final class UsedUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsedUp() {
            super("the budget of trials is used up", null, false, false);
        }
    }

    Trials(RuleBase rules, Dossier dossier, Question question, Instant asOf, int limit) {
        this.rules = rules;
        this.dossier = dossier;
        this.question = question;
        this.asOf = asOf;
        this.limit = limit;
    }

    int count() {
        return done.size();
    }

    Trial run(Change... changes) {
        return run(List.of(changes));
    }

    /**
     * Runs a hypothesis.
     *
     * @throws UsedUp when the budget is
     */
    Trial run(List<Change> changes) {
        Trial known = done.get(changes);
        if (known != null) {
            return known;
        }
        if (done.size() == limit) {
            throw new UsedUp();
        }
        Trial trial = assess(changes);
        done.put(changes, trial);
        return trial;
    }

    private Trial assess(List<Change> changes) {
        Hypothesis hypothesis = Hypothesis.of(dossier, question, asOf, rules.types(), changes);
        try {
            return Trial.of(changes, Evaluation.assess(rules, hypothesis.dossier(), hypothesis.question(), asOf));
        } catch (EvaluationFailed ruleFailed) {
            // Where a rule fails nothing is decided, so that nothing can be promised.
            return new Trial(changes, null, 0, List.of());
        }
    }
}
