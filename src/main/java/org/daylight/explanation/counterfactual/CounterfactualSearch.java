package org.daylight.explanation.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest changes that give another outcome: first one change, then the same event several times, then two changes, of
 * which events may come about several times.
 */
final class CounterfactualSearch {
    /** How often one event is supposed to come about. */
    static final int MOST_TIMES = 32;

    private static final Map<Outcome, Integer> MERIT =
            Map.of(Outcome.REFUSED, 0, Outcome.UNDECIDED, 0, Outcome.REFERRED, 1, Outcome.GRANTED, 2);

    private final CounterfactualRuns trials;
    private final Candidates candidates;
    private final CounterfactualRun present;
    private final List<CounterfactualRun> found = new ArrayList<>();
    /** What each candidate does alone, at the first value where it does something. */
    private final Map<Candidate, List<CounterfactualRun>> alone = new HashMap<>();

    private int steps = 1;

    CounterfactualSearch(CounterfactualRuns trials, Candidates candidates) {
        this.trials = trials;
        this.candidates = candidates;
        this.present = trials.run();
    }

    /** How many changes together were tried. */
    int steps() {
        return steps;
    }

    List<CounterfactualRun> found() {
        return found;
    }

    /**
     * Runs to its end.
     *
     * @throws CounterfactualRuns.RunLimitException when the budget is; what was found until then is found
     */
    void run() {
        List<Candidate> all = candidates.all();
        all.forEach(this::single);
        all.stream().filter(Candidate::repeatable).forEach(this::severalTimes);
        steps = 2;
        List<Candidate> ranked = ranked(all);
        pairs(ranked, (one, two) -> {
            if (isWanting(2)) {
                pair(one, two);
            }
            if (isWanting(Integer.MAX_VALUE)) {
                pairSeveralTimes(one, two);
            }
        });
    }

    /** Whether nothing of that size or smaller was found that gives the best there is. */
    private boolean isWanting(int size) {
        return found.stream().noneMatch(trial -> trial.size() <= size && isBest(trial.outcome()));
    }

    private boolean isBest(@Nullable Outcome outcome) {
        return present.outcome() == Outcome.GRANTED || outcome == Outcome.GRANTED;
    }

    /** For who is refused, only a better answer is another one; for who is granted, any. */
    private boolean flips(CounterfactualRun trial) {
        Outcome now = present.outcome();
        Outcome then = trial.outcome();
        if (now == null || then == null || now == then) {
            return false;
        }
        return now == Outcome.GRANTED || merit(then) > merit(now);
    }

    private static int merit(Outcome outcome) {
        return MERIT.getOrDefault(outcome, 0);
    }

    // ---- One change -------------------------------------------------------------------------------

    private void single(Candidate candidate) {
        List<CounterfactualRun> telling = new ArrayList<>();
        if (candidate.isAlongALine()) {
            along(
                    candidate,
                    place -> List.of(candidate.change().to(candidate.axis().value(place))),
                    telling);
        } else {
            CounterfactualRun trial = trials.run(candidate.change());
            telling.add(trial);
            keep(trial);
        }
        alone.put(candidate, telling);
    }

    /** Outwards until the outcome is another, then back to the value where it begins. */
    private void along(Candidate candidate, LongFunction<List<Change>> changes, List<CounterfactualRun> telling) {
        long near =
                candidate.axis().place(Objects.requireNonNull(candidate.change().from()));
        CounterfactualRun before = present;
        for (long place : candidate.values()) {
            CounterfactualRun trial = trials.run(changes.apply(place));
            if (trial.differsFrom(before)) {
                telling.add(trial);
            }
            if (flips(trial)) {
                keep(first(near, place, trial, changes));
                return;
            }
            near = place;
            before = trial;
        }
        if (telling.isEmpty()) {
            telling.add(before);
        }
    }

    /** Between a value that does not flip the outcome and one that does. */
    private CounterfactualRun first(long without, long with, CounterfactualRun flipping, LongFunction<List<Change>> changes) {
        long off = without;
        long on = with;
        CounterfactualRun best = flipping;
        while (Math.abs(on - off) > 1) {
            long middle = off + (on - off) / 2;
            CounterfactualRun trial = trials.run(changes.apply(middle));
            if (flips(trial) && trial.outcome() == flipping.outcome()) {
                on = middle;
                best = trial;
            } else {
                off = middle;
            }
        }
        return best;
    }

    // ---- The same several times -------------------------------------------------------------------

    private void severalTimes(Candidate candidate) {
        CounterfactualRun once = trials.run(candidate.change());
        if (!flips(once)) {
            for (int times = 2; times <= MOST_TIMES; times *= 2) {
                CounterfactualRun trial = trials.run(candidate.change().times(times));
                if (flips(trial)) {
                    keep(first(
                            times / 2,
                            times,
                            trial,
                            count -> List.of(candidate.change().times((int) count))));
                    return;
                }
            }
        }
    }

    // ---- Two changes ------------------------------------------------------------------------------

    /** Those that do most alone come first: the way is sooner found, and it does not matter when there is none. */
    private List<Candidate> ranked(List<Candidate> all) {
        List<Candidate> ranked = new ArrayList<>(all);
        ranked.sort(
                Comparator.comparing((Candidate candidate) -> effect(candidate)).reversed());
        return ranked;
    }

    private long effect(Candidate candidate) {
        long effect = 0;
        for (CounterfactualRun trial : alone.getOrDefault(candidate, List.of())) {
            OutcomeSummary then = trial.situation();
            OutcomeSummary now = present.situation();
            if (then != null && now != null && trial.differsFrom(present)) {
                Long score = then.score();
                Long scoreNow = now.score();
                long moved = score == null || scoreNow == null ? 0 : Math.abs(score - scoreNow);
                boolean silenced = then.outcome() == now.outcome() && trial.reasons() < present.reasons();
                effect = Math.max(effect, (silenced ? Integer.MAX_VALUE : 1) + Math.min(moved, Integer.MAX_VALUE));
            }
        }
        return effect;
    }

    private interface PairSearch {
        void search(Candidate one, Candidate two);
    }

    private void pairs(List<Candidate> ranked, PairSearch search) {
        for (int sum = 1; sum < 2 * ranked.size() - 2; sum++) {
            for (int first = Math.max(0, sum - ranked.size() + 1); 2 * first < sum; first++) {
                Candidate one = ranked.get(first);
                Candidate two = ranked.get(sum - first);
                if (!one.contradicts(two, candidates.sameFact(one, two))) {
                    search.search(one, two);
                }
            }
        }
    }

    private void pair(Candidate one, Candidate two) {
        for (CounterfactualRun first : alone.getOrDefault(one, List.of())) {
            for (CounterfactualRun second : alone.getOrDefault(two, List.of())) {
                if (!isEnough(first) && !isEnough(second)) {
                    together(one, first.changes().get(0), two, second.changes().get(0));
                }
            }
        }
    }

    private boolean isEnough(CounterfactualRun alone) {
        return flips(alone) && isBest(alone.outcome());
    }

    private void together(Candidate one, Change first, Candidate two, Change second) {
        CounterfactualRun trial = trials.run(first, second);
        if (!flips(trial)) {
            return;
        }
        Change less = one.isAlongALine() ? nearest(one, first, second, trial) : first;
        Change least = two.isAlongALine() ? nearest(two, second, less, trial) : second;
        keep(trials.run(less, least));
    }

    /** The nearest value that still does, the other change as it is. */
    private Change nearest(Candidate candidate, Change reached, Change other, CounterfactualRun flipping) {
        ValueScale axis = candidate.axis();
        long now = axis.place(Objects.requireNonNull(candidate.change().from()));
        long there = axis.place(Objects.requireNonNull(reached.to()));
        CounterfactualRun best =
                first(now, there, flipping, place -> List.of(candidate.change().to(axis.value(place)), other));
        return best.changes().get(best.changes().get(0).equals(other) ? 1 : 0);
    }

    private void pairSeveralTimes(Candidate one, Candidate two) {
        if (!one.repeatable() && !two.repeatable()) {
            return;
        }
        for (Change first : most(one)) {
            for (Change second : most(two)) {
                CounterfactualRun trial = trials.run(first, second);
                if (flips(trial)) {
                    Change less = one.repeatable() ? fewest(one, second, trial) : first;
                    Change least = two.repeatable() ? fewest(two, less, trials.run(less, second)) : second;
                    keep(trials.run(less, least));
                    return;
                }
            }
        }
    }

    private List<Change> most(Candidate candidate) {
        return candidate.repeatable()
                ? List.of(candidate.change().times(MOST_TIMES))
                : alone.getOrDefault(candidate, List.of()).stream()
                        .map(trial -> trial.changes().get(0))
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

    // ---- What was found ---------------------------------------------------------------------------

    /** Unless a part of it does the same. */
    private void keep(CounterfactualRun trial) {
        if (flips(trial) && !found.contains(trial)) {
            found.add(trial);
        }
    }
}
