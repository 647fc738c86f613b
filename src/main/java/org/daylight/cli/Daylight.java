package org.daylight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.store.StoreFailureException;
import org.daylight.vault.VaultException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entry to the command line. */
@Command(
        name = "daylight",
        description = "Checks, tests and tries out schemes of rules; verifies what was logged. Starts no server.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A first round:",
            "  daylight new scheme library        begin rules/library, complete though small",
            "  daylight check library             is anything wrong? By file, line, column",
            "  daylight test library --coverage   do its cases hold, and what is left out?",
            "  daylight eval library ada.yaml     decide one dossier, and see all of why",
            "  daylight explain library ada.yaml  why, why not, and what did not count",
            "  daylight rank housing list.ndjson  put many in the order that the scheme says",
            "",
            "`daylight COMMAND --help` tells more about each.",
            "",
            "Exit codes: 0 all right; 1 a case failed, or too little is covered;",
            "2 wrong usage; 3 the scheme has errors."
        })
public final class Daylight {
    /** Held here, because a logger without a reference to it is collected, and its level with it. */
    private static final Logger ROOT = Logger.getLogger("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    private static final String TRACE = "DAYLIGHT_TRACE";

    private Daylight() {}

    public static void main(String[] arguments) {
        // The engine reports what it does not understand in its own words; authors get it as problems with file and
        // line.
        ROOT.setLevel(Level.OFF);
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int code = run(new CommandConsole(out, err, CommandConsole.isWatched(), Clock.systemUTC()), arguments);
        System.exit(code);
    }

    /** Runs one command line and returns its exit code. */
    static int run(CommandConsole console, String... arguments) {
        CommandLine line = new CommandLine(new Daylight())
                .addSubcommand(new CheckCommand().on(console))
                .addSubcommand(new TestCommand().on(console))
                .addSubcommand(new EvalCommand().on(console))
                .addSubcommand(new ExplainCommand().on(console))
                .addSubcommand(new RankCommand().on(console))
                .addSubcommand(new CommandLine(new NewCommand())
                        .addSubcommand(new NewSchemeCommand().on(console))
                        .addSubcommand(new NewRuleCommand().on(console)))
                .addSubcommand(new CommandLine(new VerifyCommand())
                        .addSubcommand(new VerifyReceiptCommand().on(console))
                        .addSubcommand(new VerifyLogCommand().on(console))
                        .addSubcommand(new VerifyStoreCommand().on(console)))
                .addSubcommand(new CommandLine(new LogCommand()).addSubcommand(new LogExportCommand().on(console)))
                .addSubcommand(new RotateKeyCommand().on(console))
                .addSubcommand(new ReplayCommand().on(console))
                .addSubcommand(new ExportCommand().on(console))
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((thrown, command, parsed) -> report(console, command, thrown));
        int code = line.execute(arguments);
        console.out().flush();
        console.err().flush();
        return code;
    }

    private static int report(CommandConsole console, CommandLine command, Exception thrown) {
        if (thrown instanceof UsageException
                || thrown instanceof VaultException
                || thrown instanceof StoreFailureException) {
            console.progressEnds();
            console.err().println("daylight: " + thrown.getMessage());
            console.err().println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
            return ExitCode.USAGE;
        }
        if (thrown instanceof SchemeErrorsException errors) {
            ProblemLines.print(errors.scheme().folder(), errors.scheme().problems(), console.err());
            return ExitCode.SCHEME_HAS_ERRORS;
        }
        if (thrown instanceof EvaluationFailedException failed) {
            console.err().println("no answer: " + failed.where() + " " + failed.getMessage());
            return ExitCode.SCHEME_HAS_ERRORS;
        }
        console.progressEnds();
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            console.err().println("daylight: cannot read or write: " + thrown.getMessage());
            return ExitCode.USAGE;
        }
        console.err().println("daylight: this failed through a fault of Daylight, not of yours");
        console.err()
                .println("Report it to whoever maintains Daylight, with the files it was about and what comes out"
                        + " when " + TRACE + "=1 is set.");
        if (System.getenv(TRACE) != null) {
            thrown.printStackTrace(console.err());
        }
        return ExitCode.SCHEME_HAS_ERRORS;
    }
}
