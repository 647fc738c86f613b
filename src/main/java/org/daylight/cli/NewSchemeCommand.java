package org.daylight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daylight new scheme}. */
@Command(
        name = "scheme",
        description = "Begins a scheme: a manifest, a notice, a type, two rules and their cases.",
        footer = {
            "",
            "Example:",
            "  daylight new scheme library     then: daylight test library --coverage",
            "",
            "Exit codes: 0 written; 2 wrong usage, or the scheme is there already."
        })
final class NewSchemeCommand extends ConsoleCommand {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @Parameters(paramLabel = "ID", description = "Lower-case letters and digits, joined by `-`.")
    private String id = "";

    @Option(names = "--in", paramLabel = "FOLDER", description = "Where schemes are kept; rules by default.")
    private Path rules = SchemeFolders.RULES;

    @Override
    public Integer call() {
        if (!ID.matcher(id).matches()) {
            throw new UsageException("`" + id + "` is no id: lower-case letters and digits, joined by `-`");
        }
        Path folder = rules.resolve(id);
        if (Files.exists(folder)) {
            throw new UsageException("`" + ProblemLines.shown(folder) + "` is there already");
        }
        FileTemplates template = SchemeTemplate.of(id);
        template.write(folder);
        template.names().forEach(file -> console.out().println(ProblemLines.shown(folder.resolve(file))));
        return ExitCode.ALL_RIGHT;
    }
}
