package org.daylight.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.daylight.problem.AuthorProblem;
import org.daylight.scenario.CaseResult;
import org.daylight.scenario.Coverage;
import org.jspecify.annotations.Nullable;

/** Test results as one JSON document. */
record JsonReport(PrintWriter out) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
        try {
            out.println(JSON.writeValueAsString(
                    reports.stream().map(JsonReport::scheme).toList()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
