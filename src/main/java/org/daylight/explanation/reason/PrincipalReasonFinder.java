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
 * Finds principal reasons. Candidates are the firings that spoke for the outcome and, where such a rule judged by the score,
 * those that moved the score towards it. The weight of each is measured by leaving its statements out and running the rules again.
 */
public final class PrincipalReasonFinder {
    private static final int MOST_REASONS = 4;
    private static final int MOST_TRIED_IN_PAIRS = 10;
    private static final int MOST_PAIRS = 3;
    private static final int MOST_DATA_TRIED_ONE_BY_ONE = 20;

    private final Assessment assessment;
    private final FiringProvenance provenance;
    private final Ablation ablation;
    private final List<Threshold> thresholds;
    private final int direction;
    private boolean isComplete = true;

    private PrincipalReasonFinder(Inquiry inquiry, ObservedAssessment observed) {
        this.assessment = observed.assessment();
        this.provenance = new FiringProvenance(assessment, inquiry.dossier());
        this.ablation = new Ablation(inquiry, assessment);
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

    /** Firings on the same statements, which are one reason; it is told by the first of them. */
    private record Candidate(SortedSet<String> data, List<Firing> firings, long points) {}

    private PrincipalReasons find() {
        List<PrincipalReason> reasons = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            try {
                if (!ablation.isExhausted()) {
                    reasons.add(reason(candidate));
                } else {
                    isComplete = false;
                }
            } catch (EvaluationFailedException notWithoutIt) {
                // Rules that fail on a dossier that nobody has say nothing about this one.
                isComplete = false;
            }
        }
        reasons.sort(Comparator.comparing(
                        (PrincipalReason reason) -> !reason.without().decides())
                .thenComparing(reason -> !isSpeaking(reason))
                .thenComparing(reason -> -weight(reason)));
        List<PrincipalReason> principal = reasons.stream().limit(MOST_REASONS).toList();
        boolean isDecided = reasons.stream().anyMatch(reason -> reason.without().decides());
        return new PrincipalReasons(principal, thresholds, isDecided ? List.of() : pairs(reasons), isComplete);
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
     * The sign of the points that push the score towards the outcome. Where a rule compares it with a limit, that says so; else high
     * is taken to speak for a grant and low against it.
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
                SortedSet<String> data = provenance.of(firing);
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
                    .filter(firing -> !provenance.of(firing).isEmpty())
                    .forEach(firing -> byData.computeIfAbsent(provenance.of(firing), none -> new ArrayList<>())
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
        AblationResult without = candidate.data().isEmpty() ? withoutRule(first) : ablation.without(candidate.data());
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
                candidate.data().stream().map(id -> statement(id, candidate)).toList(),
                without);
    }

    private PrincipalReason.On statement(String id, Candidate candidate) {
        Statement statement = provenance.statement(id);
        boolean isTried = candidate.data().size() <= MOST_DATA_TRIED_ONE_BY_ONE && !ablation.isExhausted();
        return new PrincipalReason.On(
                id,
                statement.type(),
                statement.source(),
                statement.validAt(),
                statement.data(),
                isTried ? ablation.without(List.of(id)) : null);
    }

    /** The outcome that the other rules which spoke make without one of them. */
    private AblationResult withoutRule(Firing omitted) {
        List<Firing> others = assessment.trace().stream()
                .filter(firing -> !firing.rule().equals(omitted.rule()))
                .toList();
        Set<String> verbs = others.stream()
                .filter(firing -> !isRefusalForLackOfStanding(firing))
                .flatMap(firing -> firing.effects().stream())
                .map(Effect::verb)
                .collect(Collectors.toSet());
        boolean referred = others.stream().anyMatch(this::isRefusalForLackOfStanding);
        Outcome outcome = verbs.contains("decision.refer")
                ? Outcome.REFERRED
                : verbs.contains("decision.refuse")
                        ? Outcome.REFUSED
                        : referred
                                ? Outcome.REFERRED
                                : verbs.contains("decision.grant") ? Outcome.GRANTED : Outcome.UNDECIDED;
        return new AblationResult(outcome, outcome != assessment.answer().outcome(), null, null, false);
    }

    /** Whether the firing refused, but is no reason of the refusal, as it would not follow for everybody; alone it would refer. */
    private boolean isRefusalForLackOfStanding(Firing firing) {
        return assessment.answer().outcome() == Outcome.REFUSED
                && firing.effects().stream().anyMatch(effect -> effect.verb().equals("decision.refuse"))
                && assessment.answer().reasons().stream().noneMatch(reason -> reason.firing() == firing.number());
    }

    private List<PrincipalReasons.Pair> pairs(List<PrincipalReason> reasons) {
        List<PrincipalReason> tried = reasons.stream()
                .filter(reason -> !reason.data().isEmpty())
                .limit(MOST_TRIED_IN_PAIRS)
                .toList();
        List<PrincipalReasons.Pair> pairs = new ArrayList<>();
        for (int first = 0; first < tried.size(); first++) {
            for (int second = first + 1; second < tried.size() && pairs.size() < MOST_PAIRS; second++) {
                PrincipalReasons.Pair pair = pair(tried.get(first), tried.get(second));
                if (pair.without().decides()) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private PrincipalReasons.Pair pair(PrincipalReason first, PrincipalReason second) {
        SortedSet<String> data = new TreeSet<>();
        first.data().forEach(statement -> data.add(statement.id()));
        second.data().forEach(statement -> data.add(statement.id()));
        return new PrincipalReasons.Pair(List.of(first.rule(), second.rule()), data, ablation.without(data));
    }
}
