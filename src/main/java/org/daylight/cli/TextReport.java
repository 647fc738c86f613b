package org.daylight.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.daylight.scenario.Case;
import org.daylight.scenario.Coverage;

/** Prints test results for reading. Failures say where the case stands, so that editors can jump there. */
record TextReport(PrintWriter out) {

    void print(List<SchemeReport> reports) {
        reports.forEach(this::print);
    }

    private void print(SchemeReport report) {
        Path folder = report.checked().folder();
        ProblemLines.print(folder, report.checked().problems(), out);
        if (report.checked().hasErrors()) {
            out.println(ProblemLines.shown(folder) + ": has errors, its cases did not run");
            return;
        }
        for (SchemeReport.Run run : report.failed()) {
            Case tested = run.result().testCase();
            out.println(ProblemLines.shown(folder.resolve(tested.file())) + ":" + tested.line() + ":0 failed "
                    + tested.title() + ": " + tested.name());
            run.result().differences().forEach(difference -> out.println("    " + difference));
        }
        if (report.coverage() != null) {
            print(folder, report.coverage());
        }
        report.shortfalls().forEach(shortfall -> out.println(ProblemLines.shown(folder) + ": " + shortfall));
        int failed = report.failed().size();
        out.println(ProblemLines.shown(folder) + ": " + Plural.of(report.runs().size(), "case") + ", "
                + (failed == 0 ? "all hold" : failed + " failed")
                + (report.coverage() == null ? "" : "; covered: " + report.coverage()));
    }

    private void print(Path folder, Coverage coverage) {
        for (Coverage.Gap gap : coverage.gaps()) {
            out.println(
                    ProblemLines.shown(folder.resolve(gap.file())) + ":" + gap.line() + ":0 uncovered " + gap.text());
        }
    }
}
