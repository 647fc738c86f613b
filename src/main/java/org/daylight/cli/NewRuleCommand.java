package org.daylight.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.daylight.rulebase.RuleBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code daylight new rule}. */
@Command(
        name = "rule",
        description = "Begins a rule in a scheme, with the cases in which it fires and does not.",
        footer = {
            "",
            "Example:",
            "  daylight new rule library \"Members may take books home\"",
            "",
            "Exit codes: 0 written; 2 wrong usage, or the name is taken; 3 the scheme has errors."
        })
final class NewRuleCommand extends ConsoleCommand {
    private static final Pattern NAME = Pattern.compile("[^\"\\\\\\p{Cntrl}%]{1,200}");

    @Parameters(index = "0", paramLabel = "SCHEME_FOLDER", description = "A scheme folder, or an id under rules/.")
    private String folder = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "What the rule says, as a sentence.")
    private String name = "";

    @Override
    public Integer call() {
        if (name.isBlank() || !NAME.matcher(name).matches()) {
            throw new UsageException(
                    "`" + name + "` is no name for a rule: text without quotation marks and backslashes");
        }
        Path scheme = SchemeFolders.find(folder);
        RuleBase rules = CheckedScheme.of(scheme).requireRules();
        if (rules.rule(name).isPresent()) {
            throw new UsageException("the scheme has a rule `" + name + "` already");
        }
        FileTemplates template = RuleTemplate.of(rules, name);
        template.write(scheme);
        template.names().stream().sorted().forEach(file -> println(ProblemLines.shown(scheme.resolve(file))));
        return ExitCode.ALL_RIGHT;
    }
}
