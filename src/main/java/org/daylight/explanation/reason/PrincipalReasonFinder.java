package org.daylight.explanation.reason;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Effect;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Reason;
import org.daylight.scheme.Statement;

/**
 * Finds principal reasons. What comes into question has fired and spoke for the outcome, or moved the score of which such a rule
 * made its judgement, towards it. How much each weighs is measured by leaving its statements out and running the rules again.
 */
public final class PrincipalReasonFinder {
    private static final int MOST_REASONS = 4;
    private static final int MOST_TRIED_IN_PAIRS = 10;
    private static final int MOST_PAIRS = 3;
    private static final int MOST_DATA_TRIED_ONE_BY_ONE = 20;

    private final Assessment assessment;
    private final FiringProvenance causes;
    private final Ablation counterfactual;
    private final List<Threshold> thresholds;
    private final int direction;
    private boolean all = true;

    private PrincipalReasonFinder(Inquiry inquiry, ObservedAssessment observed) {
        this.assessment = observed.assessment();
        this.causes = new FiringProvenance(assessment, inquiry.dossier());
        this.counterfactual = new Ablation(inquiry, assessment);
        this.thresholds = Thresholds.of(inquiry.rules(), observed, speaking());
        this.direction = direction();
    }

    /**
     * Finds what made the outcome of an assessment that answers a question.
     *
     * @param observed the assessment, with the data that rules saw
     */
    public static PrincipalReasons find(Inquiry inquiry, ObservedAssessment observed) {
        return new PrincipalReasonFinder(inquiry, observed).find();
    }

    /** Firings on the same statements are one reason: the first is the one it is told by. */
    private record Candidate(SortedSet<String> data, List<Firing> firings, long points) {}

    private PrincipalReasons find() {
        List<PrincipalReason> reasons = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            try {
                if (!counterfactual.isExhausted()) {
                    reasons.add(reason(candidate));
                } else {
                    all = false;
                }
            } catch (EvaluationFailedException notWithoutIt) {
                // Rules that fail on a dossier that nobody has say nothing about this one.
                all = false;
            }
        }
        reasons.sort(Comparator.comparing(
                        (PrincipalReason reason) -> !reason.without().decides())
                .thenComparing(reason -> !isSpeaking(reason))
                .thenComparing(reason -> -weight(reason)));
        List<PrincipalReason> principal = reasons.stream().limit(MOST_REASONS).toList();
        boolean decided = reasons.stream().anyMatch(reason -> reason.without().decides());
        return new PrincipalReasons(principal, thresholds, decided ? List.of() : pairs(reasons), all);
    }

    private List<Firing> speaking() {
        return assessment.answer().reasons().stream()
                .map(Reason::firing)
                .distinct()
                .map(this::firing)
                .toList();
    }

    private Firing firing(int number) {
        return assessment.trace().get(number - 1);
    }

    private boolean isSpeaking(PrincipalReason reason) {
        return assessment.answer().reasons().stream()
                .anyMatch(spoken ->
                        spoken.rule().equals(reason.rule()) || reason.also().contains(spoken.rule()));
    }

    private static long weight(PrincipalReason reason) {
        Long change = reason.without().change();
        return Math.abs(change == null ? reason.points() : change);
    }

    /**
     * Which way the score pushes towards the outcome. Where a rule compares it with a limit, that says so; else high is taken to
     * speak for a grant and low against it.
     */
    private int direction() {
        if (!thresholds.isEmpty()) {
            return thresholds.get(0).distance() > 0 ? -1 : 1;
        }
        return assessment.answer().outcome() == Outcome.GRANTED ? 1 : -1;
    }

    private List<Candidate> candidates() {
        Map<SortedSet<String>, List<Firing>> byData = new LinkedHashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Firing firing : speaking()) {
            if (!restsOnStanding(firing)) {
                SortedSet<String> data = causes.of(firing);
                if (data.isEmpty()) {
                    candidates.add(new Candidate(data, List.of(firing), 0));
                } else {
                    byData.computeIfAbsent(data, none -> new ArrayList<>()).add(firing);
                }
            }
        }
        if (speaking().stream().anyMatch(PrincipalReasonFinder::restsOnStanding)) {
            assessment.adjustments().stream()
                    .filter(adjustment -> adjustment.rule() != null && Long.signum(adjustment.points()) == direction)
                    .sorted(Comparator.comparing((Adjustment adjustment) -> -Math.abs(adjustment.points())))
                    .map(adjustment -> firing(adjustment.firing()))
                    .filter(firing -> !causes.of(firing).isEmpty())
                    .forEach(firing -> byData.computeIfAbsent(causes.of(firing), none -> new ArrayList<>())
                            .add(firing));
        }
        byData.forEach((data, firings) -> candidates.add(new Candidate(data, firings, points(firings))));
        if (candidates.isEmpty()) {
            // Nothing on record pushed the score: what is left is the limit itself.
            speaking().forEach(firing -> candidates.add(new Candidate(new TreeSet<>(), List.of(firing), 0)));
        }
        candidates.sort(Comparator.comparing((Candidate candidate) -> -Math.abs(candidate.points())));
        return candidates;
    }

    private static boolean restsOnStanding(Firing firing) {
        return firing.matched().stream().anyMatch(datum -> datum.id().equals("standing"))
                || firing.counted().stream().anyMatch(datum -> datum.id().equals("standing"));
    }

    private long points(List<Firing> firings) {
        List<Integer> numbers = firings.stream().map(Firing::number).toList();
        return assessment.adjustments().stream()
                .filter(adjustment -> numbers.contains(adjustment.firing()))
                .mapToLong(Adjustment::points)
                .sum();
    }

    private PrincipalReason reason(Candidate candidate) {
        Firing first = candidate.firings().get(0);
        AblationResult without =
                candidate.data().isEmpty() ? withoutRule(first) : counterfactual.without(candidate.data());
        List<String> also = candidate.firings().stream()
                .map(Firing::rule)
                .filter(rule -> !rule.equals(first.rule()))
                .distinct()
                .toList();
        return new PrincipalReason(
                first.rule(),
                first.reason(),
                first.cites(),
                first.file(),
                first.line(),
                candidate.points(),
                also,
                candidate.data().stream().map(id -> on(id, candidate)).toList(),
                without);
    }

    private PrincipalReason.On on(String id, Candidate candidate) {
        Statement statement = causes.statement(id);
        boolean tried = candidate.data().size() <= MOST_DATA_TRIED_ONE_BY_ONE && !counterfactual.isExhausted();
        return new PrincipalReason.On(
                id,
                statement.type(),
                statement.source(),
                statement.validAt(),
                statement.data(),
                tried ? counterfactual.without(List.of(id)) : null);
    }

    /** What the other rules that spoke would have made of it. */
    private AblationResult withoutRule(Firing silent) {
        Set<String> spoken = assessment.trace().stream()
                .filter(firing -> !firing.rule().equals(silent.rule()))
                .flatMap(firing -> firing.effects().stream())
                .map(Effect::verb)
                .collect(Collectors.toSet());
        Outcome outcome = spoken.contains("decision.refer")
                ? Outcome.REFERRED
                : spoken.contains("decision.refuse")
                        ? Outcome.REFUSED
                        : spoken.contains("decision.grant") ? Outcome.GRANTED : Outcome.UNDECIDED;
        return new AblationResult(outcome, outcome != assessment.answer().outcome(), null, null, false);
    }

    private List<PrincipalReasons.Pair> pairs(List<PrincipalReason> reasons) {
        List<PrincipalReason> tried = reasons.stream()
                .filter(reason -> !reason.data().isEmpty())
                .limit(MOST_TRIED_IN_PAIRS)
                .toList();
        List<PrincipalReasons.Pair> pairs = new ArrayList<>();
        for (int one = 0; one < tried.size(); one++) {
            for (int other = one + 1; other < tried.size() && pairs.size() < MOST_PAIRS; other++) {
                PrincipalReasons.Pair pair = pair(tried.get(one), tried.get(other));
                if (pair.without().decides()) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private PrincipalReasons.Pair pair(PrincipalReason reason, PrincipalReason other) {
        SortedSet<String> data = new TreeSet<>();
        reason.data().forEach(on -> data.add(on.id()));
        other.data().forEach(on -> data.add(on.id()));
        return new PrincipalReasons.Pair(List.of(reason.rule(), other.rule()), data, counterfactual.without(data));
    }
}
