package org.daylight.decision.explain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.daylight.decision.Decision;
import org.daylight.decision.DecisionHeader;
import org.daylight.decision.DecisionSummary;
import org.daylight.decision.Decisions;
import org.daylight.decision.ErasedDecisionException;
import org.daylight.dossier.Dossiers;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.evaluation.Outcome;
import org.daylight.explanation.nearmiss.NearMisses;
import org.daylight.explanation.reason.NotCounted;
import org.daylight.explanation.reason.NotCountedFinder;
import org.daylight.explanation.reason.PrincipalReasonFinder;
import org.daylight.explanation.reason.PrincipalReasons;
import org.daylight.problem.CallerProblemException;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;

/** Explains a decision from the kept dossier and revision. Nothing of it is kept. */
public final class DecisionExplainer {
    private final Dossiers dossiers;
    private final Function<String, Optional<RuleBase>> revisions;

    /**
     * An explainer of kept decisions.
     *
     * @param revisions finds a revision by its hash
     */
    public DecisionExplainer(Dossiers dossiers, Function<String, Optional<RuleBase>> revisions) {
        this.dossiers = dossiers;
        this.revisions = revisions;
    }

    /** The rules that did not fire, and the statements that did not count. */
    record WhyNot(
            @JsonUnwrapped DecisionSummary head,
            Outcome outcome,
            @JsonUnwrapped NearMisses misses,
            List<NotCounted> notCounted) {}

    /** The principal reasons of the outcome. */
    record Reasons(@JsonUnwrapped DecisionSummary head, Outcome outcome, PrincipalReasons reasons) {}

    /**
     * The inquiry of a recorded decision, with all statements that were known, also those too old to count.
     *
     * @return empty when there is no such decision
     * @throws CallerProblemException 410 where its citizen was erased, or its revision cannot be run any more
     */
    public Optional<Inquiry> inquiry(Decisions decisions, String id) {
        try {
            return decisions.find(id).map(this::inquiry);
        } catch (ErasedDecisionException erased) {
            throw CallerProblemException.of(410, "erased", "id", id, "a decision whose citizen was not erased");
        }
    }

    /**
     * The inquiry of a decision, with all statements that were known, also those too old to count.
     *
     * @throws CallerProblemException 410 where the revision cannot be run any more
     */
    Inquiry inquiry(Decision decision) {
        DecisionHeader header = decision.header();
        Optional<RuleBase> rules = revisions.apply(header.revision());
        if (rules.isEmpty()) {
            throw CallerProblemException.of(
                    410,
                    "revision-not-runnable",
                    "revision",
                    header.revision(),
                    "a revision that can still be compiled");
        }
        Dossier dossier = dossiers.at(header.scheme(), header.citizen(), header.version(), header.knownAt(), null)
                .dossier();
        return new Inquiry(rules.get(), dossier, decision.content().question(), header.asOf());
    }

    WhyNot whyNot(Decision decision) {
        Inquiry inquiry = inquiry(decision);
        ObservedAssessment observed = Evaluation.observe(inquiry);
        return new WhyNot(
                DecisionSummary.of(decision),
                observed.assessment().answer().outcome(),
                NearMisses.of(inquiry, observed),
                NotCountedFinder.find(inquiry, observed.assessment()));
    }

    Reasons reasons(Decision decision) {
        Inquiry inquiry = inquiry(decision);
        ObservedAssessment observed = Evaluation.observe(inquiry);
        return new Reasons(
                DecisionSummary.of(decision),
                observed.assessment().answer().outcome(),
                PrincipalReasonFinder.find(inquiry, observed));
    }
}
