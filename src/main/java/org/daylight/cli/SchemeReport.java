package org.daylight.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daylight.rulebase.RuleBase;
import org.daylight.scenario.Case;
import org.daylight.scenario.CaseResult;
import org.daylight.scenario.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * The result of testing a scheme.
 *
 * @param checked the scheme; its cases ran unless it has errors
 * @param runs the cases in their order
 * @param coverage null when it was not asked for or the scheme has errors
 * @param shortfalls says where the coverage is below what was asked for
 */
record SchemeReport(
        CheckedScheme checked, List<Run> runs, @Nullable Coverage coverage, List<String> shortfalls) {
    SchemeReport {
        runs = List.copyOf(runs);
        shortfalls = List.copyOf(shortfalls);
    }

    /** One case that was run. */
    record Run(CaseResult result, long nanos) {
        double seconds() {
            return nanos / 1e9;
        }
    }

    static SchemeReport of(Path folder, boolean withCoverage, CoverageThresholds thresholds, CommandConsole console) {
        console.progress("checking " + ProblemLines.shown(folder));
        CheckedScheme checked = CheckedScheme.of(folder);
        Optional<RuleBase> rules = checked.rules();
        if (rules.isEmpty() || checked.hasErrors()) {
            return new SchemeReport(checked, List.of(), null, List.of());
        }
        List<Run> runs = new ArrayList<>();
        for (Case tested : checked.cases()) {
            console.progress("testing " + ProblemLines.shown(folder) + ": " + (runs.size() + 1) + " of "
                    + checked.cases().size());
            long began = System.nanoTime();
            runs.add(new Run(CaseResult.of(tested), System.nanoTime() - began));
        }
        if (!withCoverage) {
            return new SchemeReport(checked, runs, null, List.of());
        }
        console.progress("measuring coverage of " + ProblemLines.shown(folder));
        Coverage coverage = Coverage.of(rules.get(), checked.cases());
        return new SchemeReport(checked, runs, coverage, thresholds.shortfalls(coverage));
    }

    List<Run> failed() {
        return runs.stream().filter(run -> !run.result().holds()).toList();
    }

    int exitCode() {
        if (checked.hasErrors()) {
            return ExitCode.SCHEME_HAS_ERRORS;
        }
        return failed().isEmpty() && shortfalls.isEmpty() ? ExitCode.ALL_RIGHT : ExitCode.CASES_FAILED;
    }
}
