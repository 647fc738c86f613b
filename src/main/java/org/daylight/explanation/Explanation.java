package org.daylight.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.evaluation.Outcome;
import org.daylight.explanation.counterfactual.FutureChanges;
import org.daylight.explanation.counterfactual.WhatIf;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.explanation.nearmiss.NearMisses;
import org.daylight.explanation.reason.NotCounted;
import org.daylight.explanation.reason.NotCountedFinder;
import org.daylight.explanation.reason.PrincipalReasonFinder;
import org.daylight.explanation.reason.PrincipalReasons;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be said about an answer beyond the answer itself.
 *
 * @param outcome the outcome explained; null when nothing was asked
 * @param reasons the reasons that made it, by their effect; null when nothing was asked
 * @param nearMisses why other rules did not fire
 * @param notCounted statements that had no part in it, and why
 * @param whatIf the smallest changes that give another outcome; null when nothing was asked, or it is not wanted
 * @param when the days on which outcome or band change by themselves; null when it is not wanted
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
     * Explains the decision on a question, or a standing.
     *
     * @param inquiry an inquiry whose dossier holds all that is known, also what is too old to count
     * @param language the language of {@code whatIf} and {@code when}; null where these are not wanted
     */
    public static Explanation of(Inquiry inquiry, @Nullable SchemeLanguage language) {
        ObservedAssessment observed = Evaluation.observe(inquiry);
        Assessment assessed = observed.assessment();
        boolean isAsked = inquiry.question() != null;
        return new Explanation(
                isAsked ? assessed.answer().outcome() : null,
                isAsked ? PrincipalReasonFinder.find(inquiry, observed) : null,
                NearMisses.of(inquiry, observed),
                NotCountedFinder.find(inquiry, assessed),
                isAsked && language != null ? WhatIf.of(inquiry, assessed, language) : null,
                language == null ? null : FutureChanges.of(inquiry, assessed, language));
    }
}
