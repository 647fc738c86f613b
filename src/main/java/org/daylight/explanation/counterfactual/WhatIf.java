package org.daylight.explanation.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Inquiry;
import org.daylight.explanation.language.SchemeLanguage;

/**
 * The smallest changes, over what the scheme declares changeable, that give another outcome. Each was run by the same rules and as
 * of the same moment.
 *
 * @param now outcome and standing as they are
 * @param ways the fewest changes first, then the smallest steps
 * @param evaluations the number of assessments that took
 * @param limit the number it may take
 * @param exhausted whether all that is declared changeable was tried, up to {@code steps} changes together; only then does an empty
 *     list prove that nothing within these bounds flips the outcome
 * @param steps the number of changes tried together; each event among them up to {@value CounterfactualSearch#MOST_TIMES} times
 * @param text the answer in the language asked for
 */
public record WhatIf(
        OutcomeSummary now, List<Way> ways, int evaluations, int limit, boolean exhausted, int steps, String text) {
    /** Assessments one answer may take. */
    public static final int LIMIT = 500;

    private static final int MOST_WAYS = 8;

    public WhatIf {
        ways = List.copyOf(ways);
    }

    /**
     * Changes that together give another outcome.
     *
     * @param then outcome and standing as they would be
     * @param text the changes in words of the language asked for
     */
    public record Way(List<Change> changes, OutcomeSummary then, String text) {
        public Way {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Searches for the smallest changes.
     *
     * @param inquiry an inquiry that asks a question
     * @param assessed its assessment
     */
    public static WhatIf of(Inquiry inquiry, Assessment assessed, SchemeLanguage language) {
        return of(inquiry, assessed, language, LIMIT);
    }

    static WhatIf of(Inquiry inquiry, Assessment assessed, SchemeLanguage language, int limit) {
        Candidates candidates = new Candidates(inquiry);
        CounterfactualRuns runs = new CounterfactualRuns(inquiry, limit);
        CounterfactualSearch search = new CounterfactualSearch(runs, candidates);
        boolean finished = true;
        try {
            search.run();
        } catch (CounterfactualRuns.RunLimitException usedUp) {
            finished = false;
        }
        Sentences sentences = new Sentences(language, inquiry.dossier());
        List<Way> ways = smallest(search.results()).stream()
                .map(run -> new Way(run.changes(), Objects.requireNonNull(run.summary()), sentences.of(run)))
                .toList();
        boolean exhausted = finished && !candidates.wereCut();
        return new WhatIf(
                OutcomeSummary.of(assessed),
                ways,
                runs.count(),
                limit,
                exhausted,
                search.steps(),
                sentences.summary(ways, exhausted, search.steps(), runs.count()));
    }

    private static List<CounterfactualRun> smallest(List<CounterfactualRun> runs) {
        List<CounterfactualRun> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparing(CounterfactualRun::size)
                .thenComparing(run -> run.changes().size())
                .thenComparing(WhatIf::step)
                .thenComparing(run -> run.changes().toString()));
        List<CounterfactualRun> smallest = new ArrayList<>();
        for (CounterfactualRun run : sorted) {
            boolean hasMoreThanAnother = smallest.stream()
                    .anyMatch(other -> other.outcome() == run.outcome() && isPart(other.changes(), run.changes()));
            if (!hasMoreThanAnother && smallest.size() < MOST_WAYS) {
                smallest.add(run);
            }
        }
        return smallest;
    }

    /** Whether one does all that the other does, however often or however far. */
    private static boolean isPart(List<Change> part, List<Change> whole) {
        return whole.stream()
                .map(Change::withoutNumbersAndDates)
                .toList()
                .containsAll(part.stream().map(Change::withoutNumbersAndDates).toList());
    }

    /** Sums up how far values go: numbers as a fraction of what they are, anything else as 1. */
    private static double step(CounterfactualRun run) {
        double step = 0;
        for (Change change : run.changes()) {
            step += change.from() instanceof Number from && change.to() instanceof Number to
                    ? Math.abs(to.doubleValue() - from.doubleValue()) / Math.max(1, Math.abs(from.doubleValue()))
                    : 1;
        }
        return step;
    }
}
