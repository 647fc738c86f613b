package org.daylight.cli;

import java.io.PrintWriter;
import java.util.List;
import org.daylight.problem.AuthorProblem;
import org.daylight.scenario.Case;
import org.daylight.scenario.CaseResult;
import org.daylight.scenario.Coverage;
import org.jspecify.annotations.Nullable;

/** Prints test results as one JSON document. */
record JsonReport(PrintWriter out) {
    private record Scheme(
            String scheme,
            String folder,
            @Nullable String revision,
            List<AuthorProblem> problems,
            List<CaseRow> cases,
            @Nullable Coverage coverage,
            List<String> shortfalls) {}

    private record CaseRow(
            String file, int line, String title, String name, boolean holds, List<CaseResult.Difference> differences) {}

    void print(List<SchemeReport> reports) {
        out.write(JsonText.page(reports.stream().map(JsonReport::scheme).toList()));
        out.println();
    }

    private static Scheme scheme(SchemeReport report) {
        CheckedScheme checked = report.checked();
        return new Scheme(
                checked.id(),
                ProblemLines.shown(checked.folder()),
                checked.rules().map(rules -> rules.revision()).orElse(null),
                checked.problems(),
                report.runs().stream().map(run -> row(run.result())).toList(),
                report.coverage(),
                report.shortfalls());
    }

    private static CaseRow row(CaseResult result) {
        Case tested = result.testCase();
        return new CaseRow(
                tested.file(), tested.line(), tested.title(), tested.name(), result.holds(), result.differences());
    }
}
