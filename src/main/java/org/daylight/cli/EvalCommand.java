package org.daylight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailed;
import org.daylight.rulebase.RuleBase;
import org.daylight.scenario.Inquiry;
import org.daylight.scenario.InquiryReader;
import org.daylight.scheme.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daylight eval}. */
@Command(
        name = "eval",
        description = "Decides one dossier: the answer, the ledger of points, and every rule that fired, on what.",
        footer = {
            "",
            "A dossier file says what a case says, without what is expected:",
            "  given:",
            "    - { event: LateReturn, id: l1, at: 2026-10-01, data: { daysLate: 9 } }",
            "    - { fact: Residence, id: w1, at: 2023-01-01, data: { area: VILLAGE } }",
            "  asOf: 2026-11-01",
            "  ask: { service: bike-hire }",
            "",
            "Examples:",
            "  daylight eval community ada.yaml",
            "  daylight eval community ada.yaml --service starter-loan \\",
            "           --attribute amountCents=60000",
            "  daylight eval community ada.yaml --as-of 2027-01-01 --format json",
            "",
            "Exit codes: 0 decided; 2 wrong usage, or something is wrong with the dossier;",
            "3 the scheme has errors."
        })
final class EvalCommand implements Callable<Integer> {
    private final Console console;

    enum Format {
        TEXT,
        JSON
    }

    @Parameters(index = "0", paramLabel = "SCHEME_FOLDER", description = "A scheme folder, or an id under rules/.")
    private String folder = "";

    @Parameters(index = "1", paramLabel = "DOSSIER.yaml", description = "What is stated about somebody.")
    private Path file = Path.of("");

    @Option(names = "--service", paramLabel = "ID", description = "Which service asks, instead of the file's `ask`.")
    private @Nullable String service;

    @Option(
            names = "--attribute",
            paramLabel = "NAME=VALUE",
            description = "An attribute of the request; may be repeated. Needs --service.")
    private Map<String, String> attributes = Map.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day (its last moment) or time asked about, instead of the file's `asOf`; else now.")
    private @Nullable String asOf;

    @Option(names = "--format", paramLabel = "text|json", description = "text by default.")
    private Format format = Format.TEXT;

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (service == null && !attributes.isEmpty()) {
            throw new UsageProblem("--attribute needs --service");
        }
        String text = dossier();
        CheckedScheme scheme = CheckedScheme.of(SchemeFolders.one(folder));
        Optional<RuleBase> rules = scheme.rules();
        if (rules.isEmpty()) {
            ProblemLines.print(scheme.folder(), scheme.problems(), console.err());
            return ExitCode.SCHEME_HAS_ERRORS;
        }
        Problems problems = new Problems();
        var asked = new InquiryReader.Asked(
                service, attributes, asOf, console.clock().instant());
        String name = ProblemLines.shown(file);
        Optional<Inquiry> inquiry = InquiryReader.read(name, text, asked, rules.get(), problems);
        ProblemLines.print(Path.of(""), problems.sorted(), console.err());
        return inquiry.map(read -> answer(rules.get(), read)).orElse(ExitCode.USAGE);
    }

    private String dossier() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UsageProblem("cannot read `" + file + "`");
        }
    }

    private int answer(RuleBase rules, Inquiry inquiry) {
        try {
            Assessment assessment = Evaluation.assess(rules, inquiry.dossier(), inquiry.question(), inquiry.asOf());
            switch (format) {
                case TEXT -> new AssessmentText(console.out()).print(assessment);
                case JSON -> console.out().println(new String(assessment.bytes(), StandardCharsets.UTF_8));
            }
            return ExitCode.ALL_RIGHT;
        } catch (EvaluationFailed failed) {
            console.err()
                    .println("no answer: "
                            + (failed.rule() == null ? "" : "in `" + failed.rule() + "`: ")
                            + failed.getMessage());
            return ExitCode.SCHEME_HAS_ERRORS;
        }
    }
}
