package org.daylight.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daylight.rulebase.sandbox.Budget;
import org.daylight.rulebase.sandbox.StandingReach;
import org.daylight.scheme.Manifest;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a refusal of somebody who is not scored stands. It stands if the rules would refuse for the same cause whatever
 * the standing were; otherwise a person must decide.
 *
 * <p>That is found by asking the rules, not by reading them: the same inquiry is assessed again with a standing supposed, for every
 * score from the floor to the ceiling. A refusal is the same where the same rule refuses on data with the same contents. It falls
 * with the first score at which the answer is no refusal, no refusal is left that all have in common, or the rules fail; and it
 * falls where the scores are too many to be all tried, where there is no floor or no ceiling, or when trying has cost ten times what
 * an assessment may. What is shown as reasons are the refusals that all have in common.
 *
 * <p>Nothing is tried where nothing can come of it: a refusal by a rule beyond a standing's reach is the same for every score
 * ({@link StandingReach}), and stands if no rule within its reach can refer. If such rules refer for every score alike, one is tried.
 */
final class UnscoredRefusal {
    private static final int ASSESSMENTS = 10;

    private final Inquiry inquiry;
    private final Manifest manifest;
    private final Assessment assessed;
    private final Votes votes;
    private final String service;
    private final Set<Refusal> common;
    private @Nullable Long differing;
    private long steps;

    /** A refusal without what differs from run to run: its number, and the ids of data that rules made. */
    private record Refusal(String rule, SortedMap<String, @Nullable Object> bindings, List<Content> data) {
        private record Content(String type, SortedMap<String, @Nullable Object> read) {}

        static Refusal of(Firing firing) {
            return new Refusal(
                    firing.rule(),
                    firing.bindings(),
                    firing.matched().stream()
                            .map(datum -> new Content(datum.type(), datum.read()))
                            .toList());
        }
    }

    private UnscoredRefusal(Inquiry inquiry, Evaluation.Measured measured, Votes votes) {
        this.inquiry = inquiry;
        this.manifest = inquiry.rules().scheme().manifest();
        this.assessed = measured.assessment();
        this.steps = measured.steps();
        this.votes = votes;
        this.service = assessed.answer().service();
        this.common = refusals(assessed, votes.firings(Outcome.REFUSED));
    }

    /**
     * The assessment with the refusal that stands, or with a referral in its place.
     *
     * @param measured of somebody who is not scored and was refused
     * @param votes that came to the refusal
     */
    static Evaluation.Measured review(Inquiry inquiry, Evaluation.Measured measured, Votes votes) {
        UnscoredRefusal refusal = new UnscoredRefusal(inquiry, measured, votes);
        return new Evaluation.Measured(refusal.review(), refusal.steps);
    }

    private Assessment review() {
        StandingReach reach = inquiry.rules().standingReach();
        boolean certain = common.stream().anyMatch(refusal -> reach.beyond().contains(refusal.rule()));
        if (!certain || reach.referral() == StandingReach.Referral.BY_SCORE) {
            return isSame(ScoresToTry.of(manifest))
                    ? standing(firing -> common.contains(Refusal.of(firing)))
                    : referred();
        }
        boolean unreferred = reach.referral() == StandingReach.Referral.NEVER || isSame(ScoresToTry.any(manifest));
        return unreferred ? standing(firing -> reach.beyond().contains(firing.rule())) : referred();
    }

    private boolean isSame(ScoresToTry scores) {
        Budget budget = inquiry.rules().budget();
        long end = steps + ASSESSMENTS * budget.steps();
        for (long score : scores.scores()) {
            long least = Math.min(end - steps, budget.steps());
            Evaluation.Measured supposed = least > 0 ? suppose(score, budget.withSteps(least)) : null;
            steps += supposed == null ? least : supposed.steps();
            if (supposed == null || !keepsRefusing(supposed.assessment())) {
                differing = score;
                return false;
            }
        }
        return scores.complete();
    }

    /** Null where the rules fail. */
    private Evaluation.@Nullable Measured suppose(long score, Budget budget) {
        try {
            return Evaluation.suppose(inquiry, new Standing(score, manifest.band(score)), budget);
        } catch (EvaluationFailedException noAnswer) {
            return null;
        }
    }

    private boolean keepsRefusing(Assessment supposed) {
        DecisionResult answer = supposed.answer();
        if (answer.outcome() != Outcome.REFUSED) {
            return false;
        }
        common.retainAll(
                refusals(supposed, answer.reasons().stream().map(Reason::firing).collect(Collectors.toSet())));
        return !common.isEmpty();
    }

    private static Set<Refusal> refusals(Assessment assessment, Set<Integer> firings) {
        return assessment.trace().stream()
                .filter(firing -> firings.contains(firing.number()))
                .map(Refusal::of)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Assessment standing(Predicate<Firing> stands) {
        Set<Integer> standing =
                assessed.trace().stream().filter(stands).map(Firing::number).collect(Collectors.toSet());
        return assessed.decided(votes.refusedBy(standing::contains).answer(service), assessed.trace());
    }

    private Assessment referred() {
        Effect referral = new Effect("decision.refer", null, differing, "decision.refuse");
        return assessed.decided(
                votes.referred().answer(service),
                assessed.trace().stream()
                        .map(firing -> firing.with(firing.effects().stream()
                                .map(effect -> effect.verb().equals("decision.refuse") ? referral : effect)
                                .toList()))
                        .toList());
    }
}
