package org.daylight.cli;

import java.io.PrintWriter;
import java.util.List;
import org.daylight.problem.AuthorProblem;
import org.daylight.scenario.CaseResult;
import org.daylight.scenario.Coverage;
import org.jspecify.annotations.Nullable;

/** Test results as one JSON document. */
record JsonReport(PrintWriter out) {
    private record Scheme(
            String scheme,
            String folder,
            @Nullable String revision,
            List<AuthorProblem> problems,
            List<Ran> cases,
            @Nullable Coverage coverage,
            List<String> shortfalls) {}

    private record Ran(
            String file, int line, String title, String name, boolean holds, List<CaseResult.Difference> differences) {}

    void print(List<SchemeReport> reports) {
        out.println(JsonText.page(reports.stream().map(JsonReport::scheme).toList()));
    }

    private static Scheme scheme(SchemeReport report) {
        CheckedScheme checked = report.checked();
        return new Scheme(
                checked.id(),
                ProblemLines.shown(checked.folder()),
                checked.rules().map(rules -> rules.revision()).orElse(null),
                checked.problems(),
                report.runs().stream().map(run -> ran(run.result())).toList(),
                report.coverage(),
                report.shortfalls());
    }

    private static Ran ran(CaseResult result) {
        var ran = result.ran();
        return new Ran(ran.file(), ran.line(), ran.title(), ran.name(), result.holds(), result.differences());
    }
}
