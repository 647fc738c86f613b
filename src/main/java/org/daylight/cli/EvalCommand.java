package org.daylight.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.rulebase.RuleBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class EvalCommand extends ConsoleCommand {
    @Parameters(index = "0", paramLabel = "SCHEME_FOLDER", description = "A scheme folder, or an id under rules/.")
    private String folder = "";

    @Parameters(index = "1", paramLabel = "DOSSIER.yaml", description = "What is stated about somebody.")
    private Path file = Path.of("");

    @Mixin
    private InquiryOptions overrides = new InquiryOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        overrides.check();
        RuleBase rules = CheckedScheme.of(SchemeFolders.find(folder)).requireRules();
        return overrides.read(file, rules, console).map(this::answer).orElse(ExitCode.USAGE);
    }

    private int answer(Inquiry inquiry) {
        Assessment assessment = Evaluation.assess(inquiry);
        if (format.isJson()) {
            console.document(new String(assessment.bytes(), StandardCharsets.UTF_8));
            console.out().println();
        } else {
            new AssessmentText(console.out()).print(assessment);
        }
        return ExitCode.ALL_RIGHT;
    }
}
