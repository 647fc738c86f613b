package org.daylight.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.explanation.counterfactual.FutureChanges;
import org.daylight.explanation.counterfactual.WhatIf;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.explanation.nearmiss.NearMissFinder;
import org.daylight.explanation.nearmiss.NearMisses;
import org.daylight.explanation.reason.NotCounted;
import org.daylight.explanation.reason.NotCountedFinder;
import org.daylight.explanation.reason.PrincipalReasonFinder;
import org.daylight.explanation.reason.PrincipalReasons;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said about one answer beyond the answer itself.
 *
 * @param outcome what is explained, or null when nothing was asked
 * @param reasons what made it, by its effect; null when nothing was asked
 * @param nearMisses why other rules did not fire
 * @param notCounted statements that had no part in it, and why
 * @param whatIf the smallest changes that give another outcome; null when nothing was asked, or it is not wanted
 * @param when on which days outcome or band change by themselves; null when it is not wanted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        @Nullable Outcome outcome,
        @Nullable PrincipalReasons reasons,
        NearMisses nearMisses,
        List<NotCounted> notCounted,
        @Nullable WhatIf whatIf,
        @Nullable FutureChanges when) {
    public Explanation {
        notCounted = List.copyOf(notCounted);
    }

    /**
     * Explains the decision on a question, or a standing, as it is.
     *
     * @param rules the revision that decides
     * @param whole the dossier with all that is known, also what is too old to count
     * @param question what a service asks, or null when only the standing is wanted
     */
    public static Explanation of(RuleBase rules, Dossier whole, @Nullable Question question, Instant asOf) {
        return of(rules, whole, question, Evaluation.observe(rules, whole, question, asOf), null, null);
    }

    /**
     * As {@link #of(RuleBase, Dossier, Question, Instant)}, with what would change it and when it changes by itself.
     *
     * @param language in which that is said
     */
    public static Explanation of(
            RuleBase rules, Dossier whole, @Nullable Question question, Instant asOf, SchemeLanguage language) {
        ObservedAssessment observed = Evaluation.observe(rules, whole, question, asOf);
        return of(
                rules,
                whole,
                question,
                observed,
                question == null ? null : WhatIf.of(rules, whole, question, observed.assessment(), language),
                FutureChanges.of(rules, whole, question, observed.assessment(), language));
    }

    private static Explanation of(
            RuleBase rules,
            Dossier whole,
            @Nullable Question question,
            ObservedAssessment observed,
            @Nullable WhatIf whatIf,
            @Nullable FutureChanges when) {
        return new Explanation(
                question == null ? null : observed.assessment().answer().outcome(),
                question == null ? null : PrincipalReasonFinder.find(rules, whole, question, observed),
                NearMissFinder.find(rules, whole, observed),
                NotCountedFinder.find(rules, whole, question, observed.assessment()),
                whatIf,
                when);
    }
}
