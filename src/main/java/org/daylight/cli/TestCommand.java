package org.daylight.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daylight test}. */
@Command(
        name = "test",
        description = "Runs the cases of schemes and says what came out otherwise than they expect.",
        footer = {
            "",
            "Coverage: a rule is covered when it fires in some case and does not in another;",
            "a condition when it was seen to hold and seen not to hold, each time with all",
            "that stands before it holding. What is not covered is named, by file and line.",
            "",
            "Examples:",
            "  daylight test                              every scheme under rules/",
            "  daylight test community --coverage         and what its cases leave out",
            "  daylight test --coverage-rules 100 --coverage-conditions 95",
            "                                             fail when less is covered, in",
            "                                             percent, of any scheme",
            "  daylight test --format junit > report.xml  for a build server",
            "  daylight test community --watch            again after each edit, until Ctrl+C",
            "",
            "Exit codes: 0 all cases hold; 1 a case failed, or too little is covered;",
            "2 wrong usage; 3 a scheme has errors."
        })
final class TestCommand extends ConsoleCommand {
    enum Format {
        TEXT,
        JSON,
        JUNIT
    }

    @Parameters(
            paramLabel = "SCHEME_FOLDER",
            arity = "0..*",
            description =
                    "Scheme folders, or ids under rules/, which go first: the folder x here is ./x; all under rules/"
                            + " by default.")
    private List<String> folders = List.of();

    @Option(names = "--coverage", description = "Say which rules and conditions the cases leave out.")
    private boolean coverage;

    @Option(names = "--coverage-rules", paramLabel = "PERCENT", description = "Fail below this; implies --coverage.")
    private @Nullable Integer leastRules;

    @Option(
            names = "--coverage-conditions",
            paramLabel = "PERCENT",
            description = "Fail below this; implies --coverage.")
    private @Nullable Integer leastConditions;

    @Option(names = "--format", paramLabel = "text|json|junit", description = "text by default.")
    private Format format = Format.TEXT;

    @Option(names = "--watch", description = "Run again after each change, until interrupted.")
    private boolean watch;

    @Override
    public Integer call() {
        CoverageThresholds thresholds = CoverageThresholds.of(leastRules, leastConditions);
        List<Path> schemes = SchemeFolders.of(folders);
        if (!watch) {
            return run(schemes, thresholds);
        }
        return new Watch(schemes, console).untilInterrupted(() -> run(schemes, thresholds));
    }

    private int run(List<Path> schemes, CoverageThresholds thresholds) {
        List<SchemeReport> reports = new ArrayList<>();
        for (Path folder : schemes) {
            reports.add(SchemeReport.of(folder, coverage || thresholds.any(), thresholds, console));
        }
        console.progressEnds();
        switch (format) {
            case TEXT -> new TextReport(console.out()).print(reports);
            case JSON -> new JsonReport(console.out()).print(reports);
            case JUNIT -> new JunitReport(console.out()).print(reports);
        }
        console.out().flush();
        return reports.stream().mapToInt(SchemeReport::exitCode).max().orElse(ExitCode.ALL_RIGHT);
    }
}
