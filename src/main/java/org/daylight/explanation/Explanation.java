package org.daylight.explanation;

import java.time.Instant;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Observed;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;

/**
 * All that can be said about one decision beyond the decision itself.
 *
 * @param outcome what is explained
 * @param nearMisses why other rules did not fire
 */
public record Explanation(Outcome outcome, NearMisses nearMisses) {

    /**
     * Explains the decision on a question.
     *
     * @param rules the revision that decides
     * @param whole the dossier with all that is known, also what is too old to count
     */
    public static Explanation of(RuleBase rules, Dossier whole, Question question, Instant asOf) {
        Observed observed = Evaluation.observe(rules, whole, question, asOf);
        return new Explanation(observed.assessment().answer().outcome(), NearMissFinder.find(rules, whole, observed));
    }
}
