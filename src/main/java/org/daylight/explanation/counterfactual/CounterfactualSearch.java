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
    /** How often one event is supposed to come about. */
    static final int MOST_TIMES = 32;

    private static final Map<Outcome, Integer> MERIT =
            Map.of(Outcome.REFUSED, 0, Outcome.UNDECIDED, 0, Outcome.REFERRED, 1, Outcome.GRANTED, 2);

    private final CounterfactualRuns runs;
    private final Candidates candidates;
    private final CounterfactualRun present;
    private final List<CounterfactualRun> found = new ArrayList<>();
    /** What each candidate does alone, at the first value where it does something. */
    private final Map<Candidate, List<CounterfactualRun>> alone = new HashMap<>();

    private int steps = 1;

    CounterfactualSearch(CounterfactualRuns runs, Candidates candidates) {
        this.runs = runs;
        this.candidates = candidates;
        this.present = runs.run();
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
        pairs(ranked(all), (candidate, two) -> {
            if (isWanting(2)) {
                pair(candidate, two);
            }
            if (isWanting(Integer.MAX_VALUE)) {
                pairSeveralTimes(candidate, two);
            }
        });
    }

    /** Whether nothing of that size or smaller was found that gives the best there is. */
    private boolean isWanting(int size) {
        return found.stream().noneMatch(run -> run.size() <= size && isBest(run.outcome()));
    }

    private boolean isBest(@Nullable Outcome outcome) {
        return present.outcome() == Outcome.GRANTED || outcome == Outcome.GRANTED;
    }

    /** For who is refused, only a better answer is another one; for who is granted, any. */
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
        List<CounterfactualRun> telling = new ArrayList<>();
        if (candidate.isAlongALine()) {
            along(
                    candidate,
                    place -> List.of(candidate.change().to(candidate.axis().value(place))),
                    telling);
        } else {
            CounterfactualRun run = runs.run(candidate.change());
            telling.add(run);
            keep(run);
        }
        alone.put(candidate, telling);
    }

    /** Outwards until the outcome is another, then back to the value where it begins. */
    private void along(Candidate candidate, LongFunction<List<Change>> changes, List<CounterfactualRun> telling) {
        long near =
                candidate.axis().place(Objects.requireNonNull(candidate.change().from()));
        CounterfactualRun before = present;
        for (long place : candidate.values()) {
            CounterfactualRun run = runs.run(changes.apply(place));
            if (run.differsFrom(before)) {
                telling.add(run);
            }
            if (flips(run)) {
                keep(first(near, place, run, changes));
                return;
            }
            near = place;
            before = run;
        }
        if (telling.isEmpty()) {
            telling.add(before);
        }
    }

    /** Between a value that does not flip the outcome and one that does. */
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

    /** Those that do most alone come first: the way is sooner found, and it does not matter when there is none. */
    private List<Candidate> ranked(List<Candidate> all) {
        return all.stream()
                .sorted(Comparator.comparing(this::effect).reversed())
                .toList();
    }

    private long effect(Candidate candidate) {
        long effect = 0;
        for (CounterfactualRun run : alone.getOrDefault(candidate, List.of())) {
            OutcomeSummary then = run.situation();
            OutcomeSummary now = present.situation();
            if (then != null && now != null && run.differsFrom(present)) {
                Long score = then.score();
                Long scoreNow = now.score();
                long moved = score == null || scoreNow == null ? 0 : Math.abs(score - scoreNow);
                boolean silenced = then.outcome() == now.outcome() && run.reasons() < present.reasons();
                effect = Math.max(effect, (silenced ? Integer.MAX_VALUE : 1) + Math.min(moved, Integer.MAX_VALUE));
            }
        }
        return effect;
    }

    private void pairs(List<Candidate> ranked, BiConsumer<Candidate, Candidate> search) {
        for (int sum = 1; sum < 2 * ranked.size() - 2; sum++) {
            for (int first = Math.max(0, sum - ranked.size() + 1); 2 * first < sum; first++) {
                Candidate candidate = ranked.get(first);
                Candidate two = ranked.get(sum - first);
                if (!candidate.contradicts(two, candidates.sameFact(candidate, two))) {
                    search.accept(candidate, two);
                }
            }
        }
    }

    private void pair(Candidate candidate, Candidate two) {
        for (CounterfactualRun first : alone.getOrDefault(candidate, List.of())) {
            for (CounterfactualRun second : alone.getOrDefault(two, List.of())) {
                if (!isEnough(first) && !isEnough(second)) {
                    together(
                            candidate,
                            first.changes().get(0),
                            two,
                            second.changes().get(0));
                }
            }
        }
    }

    private boolean isEnough(CounterfactualRun alone) {
        return flips(alone) && isBest(alone.outcome());
    }

    private void together(Candidate candidate, Change first, Candidate two, Change second) {
        CounterfactualRun run = runs.run(first, second);
        if (!flips(run)) {
            return;
        }
        Change less = candidate.isAlongALine() ? nearest(candidate, first, second, run) : first;
        Change least = two.isAlongALine() ? nearest(two, second, less, run) : second;
        keep(runs.run(less, least));
    }

    /** The nearest value that still does, the other change as it is. */
    private Change nearest(Candidate candidate, Change reached, Change other, CounterfactualRun flipping) {
        ValueScale scale = candidate.axis();
        long now = scale.place(Objects.requireNonNull(candidate.change().from()));
        long there = scale.place(Objects.requireNonNull(reached.to()));
        CounterfactualRun best =
                first(now, there, flipping, place -> List.of(candidate.change().to(scale.value(place)), other));
        return best.changes().get(best.changes().get(0).equals(other) ? 1 : 0);
    }

    private void pairSeveralTimes(Candidate candidate, Candidate two) {
        if (!candidate.repeatable() && !two.repeatable()) {
            return;
        }
        for (Change first : most(candidate)) {
            for (Change second : most(two)) {
                CounterfactualRun run = runs.run(first, second);
                if (flips(run)) {
                    Change less = candidate.repeatable() ? fewest(candidate, second, run) : first;
                    Change least = two.repeatable() ? fewest(two, less, runs.run(less, second)) : second;
                    keep(runs.run(less, least));
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

    // ---- What was found ---------------------------------------------------------------------------

    /** Unless a part of it does the same. */
    private void keep(CounterfactualRun run) {
        if (flips(run) && !found.contains(run)) {
            found.add(run);
        }
    }
}
