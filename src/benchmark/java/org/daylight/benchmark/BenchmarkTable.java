package org.daylight.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints them as src/benchmark/README.md shows them. */
public final class BenchmarkTable {
    /** The most that the near misses of 100 rules may cost, in assessments. */
    private static final double MOST_ASSESSMENTS = 20;

    private BenchmarkTable() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(AssessmentBenchmark.class.getName())
                        .include(NearMissBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run();
        System.out.println();
        System.out.println(
                "| rules | Daylight, with trace (µs) | Drools alone, fresh session, no trace (µs) | ratio |");
        System.out.println("|---|---|---|---|");
        rows(results, "daylight", "engineAlone").forEach(System.out::println);
        System.out.println();
        System.out.println("| rules | Daylight (µs) | Daylight without the meter (µs) | ratio |");
        System.out.println("|---|---|---|---|");
        rows(results, "daylight", "withoutMeter").forEach(System.out::println);
        System.out.println();
        System.out.println("| rules | assessment and near misses (µs) | assessment alone (µs) | ratio |");
        System.out.println("|---|---|---|---|");
        rows(results, "nearMisses", "assessment").forEach(System.out::println);
        double ratio = find(results, "100", "nearMisses").getScore()
                / find(results, "100", "assessment").getScore();
        if (ratio > MOST_ASSESSMENTS) {
            throw new IllegalStateException("near misses of 100 rules cost " + ratio + " assessments");
        }
    }

    private static Stream<String> rows(Collection<RunResult> results, String timed, String beside) {
        return results.stream()
                .map(BenchmarkTable::rules)
                .distinct()
                .map(rules -> row(rules, find(results, rules, timed), find(results, rules, beside)));
    }

    private static String row(String rules, Result<?> timed, Result<?> beside) {
        double ratio = timed.getScore() / beside.getScore();
        return String.format(Locale.ROOT, "| %s | %s | %s | %.2f |", rules, shown(timed), shown(beside), ratio);
    }

    private static Result<?> find(Collection<RunResult> results, String rules, String benchmark) {
        return results.stream()
                .filter(result -> rules(result).equals(rules))
                .<Result<?>>map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(benchmark))
                .findFirst()
                .orElseThrow();
    }

    private static String rules(RunResult result) {
        return result.getParams().getParam("rules");
    }

    private static String shown(Result<?> result) {
        return String.format(Locale.ROOT, "%.1f ± %.1f", result.getScore(), result.getScoreError());
    }
}
