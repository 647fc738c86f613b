package org.daylight.decision.explain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daylight.decision.Decision;
import org.daylight.decision.DecisionSummary;
import org.daylight.decision.DecisionViews;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.explanation.counterfactual.FutureChanges;
import org.daylight.explanation.counterfactual.OutcomeSummary;
import org.daylight.explanation.counterfactual.WhatIf;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.explanation.letter.Letter;
import org.daylight.explanation.letter.LetterWriter;
import org.jspecify.annotations.Nullable;

/** Finds what would change a decision, and when, from the kept dossier and revision. INVARIANT: nothing of it is kept. */
public final class DecisionCounterfactuals {
    private final DecisionExplainer explainer;

    public DecisionCounterfactuals(DecisionExplainer explainer) {
        this.explainer = explainer;
    }

    /** The smallest changes that give another outcome. */
    record WhatIfPage(
            @JsonUnwrapped DecisionSummary head,
            String language,
            @JsonUnwrapped WhatIf whatIf) {}

    /** The days on which the outcome or the band changes if nothing else happens. */
    record WhenPage(
            @JsonUnwrapped DecisionSummary head,
            String language,
            OutcomeSummary now,
            LocalDate until,
            List<FutureChanges.Turn> changes,
            @Nullable String failed) {}

    /** The outcome under a caller's own hypothesis. */
    record SupposedPage(
            @JsonUnwrapped DecisionSummary head,
            String language,
            OutcomeSummary before,
            OutcomeSummary after,
            boolean flips,
            Map<String, Object> terms,
            List<DecisionViews.ReasonView> reasons) {}

    WhatIfPage whatIf(Decision decision, @Nullable String accepted) {
        Inquiry inquiry = explainer.inquiry(decision);
        SchemeLanguage language = SchemeLanguage.of(inquiry.rules(), accepted);
        return new WhatIfPage(
                DecisionSummary.of(decision),
                language.language().toLanguageTag(),
                WhatIf.of(inquiry, decision.assessment(), language));
    }

    WhenPage when(Decision decision, @Nullable String accepted) {
        Inquiry inquiry = explainer.inquiry(decision);
        SchemeLanguage language = SchemeLanguage.of(inquiry.rules(), accepted);
        FutureChanges changes = FutureChanges.of(inquiry, decision.assessment(), language);
        return new WhenPage(
                DecisionSummary.of(decision),
                language.language().toLanguageTag(),
                changes.from(),
                changes.until(),
                changes.changes(),
                changes.failed());
    }

    SupposedPage suppose(Decision decision, String json, @Nullable String accepted) {
        Inquiry inquiry = explainer.inquiry(decision);
        SchemeLanguage language = SchemeLanguage.of(inquiry.rules(), accepted);
        Inquiry hypothesis = HypothesisRequestReader.read(inquiry, json);
        Assessment after = Evaluation.assess(hypothesis, language);
        Outcome outcome = after.answer().outcome();
        return new SupposedPage(
                DecisionSummary.of(decision, hypothesis.asOf()),
                language.language().toLanguageTag(),
                OutcomeSummary.of(decision.assessment()),
                OutcomeSummary.of(after),
                outcome != decision.assessment().answer().outcome(),
                after.answer().terms(),
                after.answer().reasons().stream()
                        .map(reason -> new DecisionViews.ReasonView(
                                reason.rule(), reason.reason(), language.cites(reason.cites())))
                        .toList());
    }

    Letter letter(Decision decision, @Nullable String accepted) {
        Inquiry inquiry = explainer.inquiry(decision);
        return LetterWriter.write(
                inquiry,
                new LetterWriter.About(decision.id(), decision.header().recordedAt()),
                SchemeLanguage.of(inquiry.rules(), accepted));
    }
}
