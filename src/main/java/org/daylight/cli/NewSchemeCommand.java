package org.daylight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    /** Complete though small: one service, a rule that grants it and the rule that meets it from the other side, with cases. */
    private static final List<String> FILES =
            List.of("scheme.yaml", "notice.md", "types.drl", "card.drl", "cases/card.yaml");

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
        FileTemplates template = template();
        template.write(folder);
        template.names().forEach(file -> println(ProblemLines.shown(folder.resolve(file))));
        return ExitCode.ALL_RIGHT;
    }

    private FileTemplates template() {
        String title =
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
        FileTemplates templates = new FileTemplates();
        FILES.forEach(file -> templates.add(file, "scheme/" + file, title, id.replace('-', '_')));
        return templates;
    }
}
