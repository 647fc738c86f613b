package org.daylight.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code daylight check}. */
@Command(
        name = "check",
        description = "Says everything that is wrong with schemes: their manifest, types, rules, tables and cases.",
        footer = {
            "",
            "Each problem is one line that editors can jump to, and below it what helps,",
            "where that is known:",
            "  rules/community/score.drl:12:5 error does-not-compile ...",
            "      fix: ...",
            "",
            "Examples:",
            "  daylight check                every scheme under rules/",
            "  daylight check community      rules/community only",
            "  daylight check /tmp/draft     a folder anywhere",
            "",
            "Warnings are told but do not fail.",
            "Exit codes: 0 no errors; 2 wrong usage; 3 a scheme has errors."
        })
final class CheckCommand extends ConsoleCommand {
    @Parameters(
            paramLabel = "SCHEME_FOLDER",
            arity = "0..*",
            description =
                    "Scheme folders, or ids under rules/, which go first: the folder x here is ./x; all under rules/"
                            + " by default.")
    private List<String> folders = List.of();

    @Override
    public Integer call() {
        int code = ExitCode.ALL_RIGHT;
        for (Path folder : SchemeFolders.of(folders)) {
            console.progress("checking " + ProblemLines.shown(folder));
            CheckedScheme scheme = CheckedScheme.of(folder);
            console.progressEnds();
            ProblemLines.print(folder, scheme.problems(), console.out());
            println(ProblemLines.shown(folder) + ": " + summary(scheme));
            if (scheme.hasErrors()) {
                code = ExitCode.SCHEME_HAS_ERRORS;
            }
        }
        return code;
    }

    private static String summary(CheckedScheme scheme) {
        String verdict = scheme.problems().isEmpty()
                ? "nothing wrong"
                : Plural.of(scheme.problems().size(), "problem");
        return scheme.rules()
                .map(rules -> Plural.of(rules.rules().size(), "rule") + ", "
                        + Plural.of(scheme.cases().size(), "case") + ", " + verdict)
                .orElse(verdict);
    }
}
