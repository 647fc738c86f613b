package org.daylight.explanation.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest changes that give another outcome: first one change, then the same event several times, then two changes, of
 * which events may come about several times.
 */
final class CounterfactualSearch {
    /** The most times that one event is assumed to come about. */
    static final int MOST_TIMES = 32;

    private static final Map<Outcome, Integer> MERIT =
            Map.of(Outcome.REFUSED, 0, Outcome.UNDECIDED, 0, Outcome.REFERRED, 1, Outcome.GRANTED, 2);

    private final CounterfactualRuns runs;
    private final Candidates candidates;
    private final CounterfactualRun present;
    private final List<CounterfactualRun> results = new ArrayList<>();
    /** The runs of each candidate alone that show something new, or its last one where none does. */
    private final Map<Candidate, List<CounterfactualRun>> alone = new HashMap<>();

    private int steps = 1;

    CounterfactualSearch(CounterfactualRuns runs, Candidates candidates) {
        this.runs = runs;
        this.candidates = candidates;
        this.present = runs.run();
    }

    /** The number of changes that were tried together. */
    int steps() {
        return steps;
    }

    List<CounterfactualRun> results() {
        return results;
    }

    /**
     * Runs the search to its end.
     *
     * @throws CounterfactualRuns.RunLimitException when the budget of runs is used up; the results until then stay
     */
    void run() {
        List<Candidate> all = candidates.all();
        all.forEach(this::single);
        all.stream().filter(Candidate::repeatable).forEach(this::severalTimes);
        steps = 2;
        pairs(ranked(all), (candidate, partner) -> {
            if (lacksBest(2)) {
                pair(candidate, partner);
            }
            if (lacksBest(Integer.MAX_VALUE)) {
                pairSeveralTimes(candidate, partner);
            }
        });
    }

    /** Whether no result of that size or smaller gives the best outcome there is. */
    private boolean lacksBest(int size) {
        return results.stream().noneMatch(run -> run.size() <= size && isBest(run.outcome()));
    }

    private boolean isBest(@Nullable Outcome outcome) {
        return present.outcome() == Outcome.GRANTED || outcome == Outcome.GRANTED;
    }

    /** Whether the outcome is another that matters: after a refusal only a better one, after a grant any. */
    private boolean flips(CounterfactualRun run) {
        Outcome now = present.outcome();
        Outcome then = run.outcome();
        if (now == null || then == null || now == then) {
            return false;
        }
        return now == Outcome.GRANTED || MERIT.getOrDefault(then, 0) > MERIT.getOrDefault(now, 0);
    }

    // ---- One change -------------------------------------------------------------------------------

    private void single(Candidate candidate) {
        if (candidate.isAlongALine()) {
            alone.put(candidate, along(candidate));
        } else {
            CounterfactualRun run = runs.run(candidate.change());
            alone.put(candidate, List.of(run));
            keep(run);
        }
    }

    /** Tries values outwards until the outcome is another, then goes back to the value where it begins. */
    private List<CounterfactualRun> along(Candidate candidate) {
        LongFunction<List<Change>> changes =
                place -> List.of(candidate.change().to(candidate.scale().value(place)));
        List<CounterfactualRun> informative = new ArrayList<>();
        long near = candidate
                .scale()
                .place(Objects.requireNonNull(candidate.change().from()));
        CounterfactualRun before = present;
        for (long place : candidate.values()) {
            CounterfactualRun run = runs.run(changes.apply(place));
            if (run.differsFrom(before)) {
                informative.add(run);
            }
            if (flips(run)) {
                keep(first(near, place, run, changes));
                return informative;
            }
            near = place;
            before = run;
        }
        return informative.isEmpty() ? List.of(before) : informative;
    }

    /** Finds by halving the first value that flips the outcome, between one that does not and one that does. */
    private CounterfactualRun first(
            long without, long with, CounterfactualRun flipping, LongFunction<List<Change>> changes) {
        long off = without;
        long on = with;
        CounterfactualRun best = flipping;
        while (Math.abs(on - off) > 1) {
            long middle = off + (on - off) / 2;
            CounterfactualRun run = runs.run(changes.apply(middle));
            if (flips(run) && run.outcome() == flipping.outcome()) {
                on = middle;
                best = run;
            } else {
                off = middle;
            }
        }
        return best;
    }

    // ---- The same several times -------------------------------------------------------------------

    private void severalTimes(Candidate candidate) {
        CounterfactualRun once = runs.run(candidate.change());
        if (!flips(once)) {
            for (int times = 2; times <= MOST_TIMES; times *= 2) {
                CounterfactualRun run = runs.run(candidate.change().times(times));
                if (flips(run)) {
                    keep(first(
                            times / 2,
                            times,
                            run,
                            count -> List.of(candidate.change().times((int) count))));
                    return;
                }
            }
        }
    }

    // ---- Two changes ------------------------------------------------------------------------------

    /** Puts those first that do most alone: where a pair flips the outcome it is then found sooner. */
    private List<Candidate> ranked(List<Candidate> all) {
        return all.stream()
                .sorted(Comparator.comparing(this::effect).reversed())
                .toList();
    }

    private long effect(Candidate candidate) {
        long effect = 0;
        for (CounterfactualRun run : alone.getOrDefault(candidate, List.of())) {
            OutcomeSummary then = run.summary();
            OutcomeSummary now = present.summary();
            if (then != null && now != null && run.differsFrom(present)) {
                Long score = then.score();
                Long scoreNow = now.score();
                long moved = score == null || scoreNow == null ? 0 : Math.abs(score - scoreNow);
                boolean isSilenced = then.outcome() == now.outcome() && run.reasons() < present.reasons();
                effect = Math.max(effect, (isSilenced ? Integer.MAX_VALUE : 1) + Math.min(moved, Integer.MAX_VALUE));
            }
        }
        return effect;
    }

    /** Searches all pairs, those first whose ranks add up to least. */
    private void pairs(List<Candidate> ranked, BiConsumer<Candidate, Candidate> search) {
        for (int sum = 1; sum < 2 * ranked.size() - 2; sum++) {
            for (int first = Math.max(0, sum - ranked.size() + 1); 2 * first < sum; first++) {
                Candidate candidate = ranked.get(first);
                Candidate partner = ranked.get(sum - first);
                if (!candidate.contradicts(partner, candidates.sameFact(candidate, partner))) {
                    search.accept(candidate, partner);
                }
            }
        }
    }

    private void pair(Candidate candidate, Candidate partner) {
        for (CounterfactualRun first : alone.getOrDefault(candidate, List.of())) {
            for (CounterfactualRun second : alone.getOrDefault(partner, List.of())) {
                if (!isEnough(first) && !isEnough(second)) {
                    together(
                            candidate,
                            first.changes().get(0),
                            partner,
                            second.changes().get(0));
                }
            }
        }
    }

    private boolean isEnough(CounterfactualRun alone) {
        return flips(alone) && isBest(alone.outcome());
    }

    private void together(Candidate candidate, Change first, Candidate partner, Change second) {
        CounterfactualRun run = runs.run(first, second);
        if (!flips(run)) {
            return;
        }
        Change nearer = candidate.isAlongALine() ? nearest(candidate, first, second, run) : first;
        Change nearerPartner =
                partner.isAlongALine() ? nearest(partner, second, nearer, runs.run(nearer, second)) : second;
        keep(runs.run(nearer, nearerPartner));
    }

    /** Finds the nearest value that still flips the outcome beside the other change. */
    private Change nearest(Candidate candidate, Change reached, Change other, CounterfactualRun flipping) {
        ValueScale scale = candidate.scale();
        long now = scale.place(Objects.requireNonNull(candidate.change().from()));
        long there = scale.place(Objects.requireNonNull(reached.to()));
        CounterfactualRun best =
                first(now, there, flipping, place -> List.of(candidate.change().to(scale.value(place)), other));
        return best.changes().get(best.changes().get(0).equals(other) ? 1 : 0);
    }

    private void pairSeveralTimes(Candidate candidate, Candidate partner) {
        if (!candidate.repeatable() && !partner.repeatable()) {
            return;
        }
        for (Change first : most(candidate)) {
            for (Change second : most(partner)) {
                CounterfactualRun run = runs.run(first, second);
                if (flips(run)) {
                    Change fewer = candidate.repeatable() ? fewest(candidate, second, run) : first;
                    Change fewerPartner =
                            partner.repeatable() ? fewest(partner, fewer, runs.run(fewer, second)) : second;
                    keep(runs.run(fewer, fewerPartner));
                    return;
                }
            }
        }
    }

    private List<Change> most(Candidate candidate) {
        return candidate.repeatable()
                ? List.of(candidate.change().times(MOST_TIMES))
                : alone.getOrDefault(candidate, List.of()).stream()
                        .map(run -> run.changes().get(0))
                        .toList();
    }

    private Change fewest(Candidate candidate, Change other, CounterfactualRun flipping) {
        CounterfactualRun best = first(
                0, MOST_TIMES, flipping, count -> List.of(candidate.change().times((int) count), other));
        return best.changes().stream()
                .filter(change -> !change.equals(other))
                .findFirst()
                .orElse(candidate.change());
    }

    // ---- The results ------------------------------------------------------------------------------

    private void keep(CounterfactualRun run) {
        if (flips(run) && !results.contains(run)) {
            results.add(run);
        }
    }
}
