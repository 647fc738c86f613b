package org.daylight.explanation;

import java.time.Instant;
import java.util.List;
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
 * @param reasons what made it, by its effect
 * @param nearMisses why other rules did not fire
 * @param notCounted statements that had no part in it, and why
 */
public record Explanation(
        Outcome outcome, PrincipalReasons reasons, NearMisses nearMisses, List<NotCounted> notCounted) {
    public Explanation {
        notCounted = List.copyOf(notCounted);
    }


    /**
     * Explains the decision on a question.
     *
     * @param rules the revision that decides
     * @param whole the dossier with all that is known, also what is too old to count
     */
    public static Explanation of(RuleBase rules, Dossier whole, Question question, Instant asOf) {
        Observed observed = Evaluation.observe(rules, whole, question, asOf);
        return new Explanation(
                observed.assessment().answer().outcome(),
                PrincipalReasonFinder.find(rules, whole, question, observed),
                NearMissFinder.find(rules, whole, observed),
                NotCountedFinder.find(rules, whole, question, observed.assessment()));
    }
}
