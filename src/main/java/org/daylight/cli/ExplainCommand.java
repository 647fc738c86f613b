package org.daylight.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.daylight.decision.Decisions;
import org.daylight.decision.explain.DecisionExplainer;
import org.daylight.dossier.Dossiers;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.explanation.Explanation;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.explanation.letter.Letter;
import org.daylight.explanation.letter.LetterWriter;
import org.daylight.problem.CallerProblemException;
import org.daylight.publication.RevisionCache;
import org.daylight.rulebase.RuleBase;
import org.daylight.scenario.Case;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daylight explain}. */
@Command(
        name = "explain",
        description = "Explains the decision on one dossier, or of one case: why, and why not.",
        footer = {
            "",
            "Says what made the outcome, found by leaving out one thing at a time; why other",
            "rules did not fire, with the value found and the value needed; what did not count;",
            "what would change the outcome; and when it changes by itself.",
            "",
            "Examples:",
            "  daylight explain community ada.yaml",
            "  daylight explain community ada.yaml --service tool-loan --as-of 2027-01-01",
            "  daylight explain community --case \"a year without trouble is the way back\"",
            "  daylight explain community ada.yaml --format json",
            "  daylight explain --decision 01a20ff1-9387-74b7-b9f0-a5662b317172 --data data",
            "  daylight explain community ada.yaml --letter html --language de > letter.html",
            "",
            "Exit codes: 0 explained; 2 wrong usage, or something is wrong with the dossier;",
            "3 the scheme has errors."
        })
final class ExplainCommand extends ConsoleCommand {
    enum LetterForm {
        HTML,
        TEXT
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SCHEME_FOLDER",
            description = "A scheme folder, or an id under rules/.")
    private @Nullable String folder;

    @Option(
            names = "--decision",
            paramLabel = "ID",
            description = "A recorded decision instead, by the rules and the dossier that it was made from.")
    private @Nullable String decision;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DOSSIER.yaml",
            description = "What is stated about somebody, as for `eval`.")
    private @Nullable Path file;

    @Option(
            names = "--case",
            paramLabel = "NAME",
            description = "Explains a case of the scheme instead: its name, or a part of it that no other case has.")
    private @Nullable String caseName;

    @Mixin
    private InquiryOptions overrides = new InquiryOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--letter",
            paramLabel = "html|text",
            description = "Writes the letter about the decision instead, as its citizen reads it.")
    private @Nullable LetterForm letter;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Of letters, changes and dates, such as de; the rules' own by default.")
    private @Nullable String language;

    @Override
    public Integer call() {
        if (decision != null) {
            return explainRecorded(decision);
        }
        checkUsage();
        CheckedScheme scheme = CheckedScheme.of(SchemeFolders.find(String.valueOf(folder)));
        RuleBase rules = scheme.requireRules();
        Path dossier = file;
        Optional<Inquiry> inquiry =
                dossier == null ? Optional.of(inquiryOfCase(scheme.cases())) : overrides.read(dossier, rules, console);
        return inquiry.map(this::explain).orElse(ExitCode.USAGE);
    }

    private int explainRecorded(String id) {
        if (folder != null || caseName != null || overrides.areGiven()) {
            throw new UsageException("a recorded decision says itself by which rules, about whom, what and when");
        }
        return store.reading(records -> {
            Dossiers dossiers = new Dossiers(records);
            return explain(inquiry(
                    new DecisionExplainer(dossiers, new RevisionCache(records)::find),
                    new Decisions(records, dossiers, console.clock()),
                    id));
        });
    }

    private static Inquiry inquiry(DecisionExplainer explainer, Decisions decisions, String id) {
        try {
            return explainer
                    .inquiry(decisions, id)
                    .orElseThrow(() -> new UsageException("there is no decision `" + id + "`"));
        } catch (CallerProblemException refused) {
            throw new UsageException("decision `" + id + "` cannot be explained any more: "
                    + refused.violations().get(0).code());
        }
    }

    private void checkUsage() {
        if (folder == null) {
            throw new UsageException("expected a scheme folder, or --decision");
        }
        if ((file == null) == (caseName == null)) {
            throw new UsageException("expected a dossier file or --case");
        }
        overrides.check();
        if (caseName != null && overrides.areGiven()) {
            throw new UsageException("a case says itself what is asked, and when");
        }
    }

    private Inquiry inquiryOfCase(List<Case> cases) {
        String wanted = String.valueOf(caseName);
        List<Case> exact = cases.stream()
                .filter(candidate -> candidate.name().equals(wanted))
                .toList();
        List<Case> named = exact.isEmpty()
                ? cases.stream()
                        .filter(candidate -> candidate.name().contains(wanted))
                        .toList()
                : exact;
        if (named.size() != 1) {
            throw new UsageException(
                    (named.isEmpty() ? "no case is" : named.size() + " cases are") + " named `" + wanted + "`");
        }
        return named.get(0).inquiry();
    }

    private int explain(Inquiry inquiry) {
        SchemeLanguage schemeLanguage = SchemeLanguage.of(inquiry.rules(), language);
        if (letter != null) {
            return printLetter(letter, inquiry, schemeLanguage);
        }
        Assessment assessment = Evaluation.assess(inquiry);
        Explanation explanation = Explanation.of(inquiry, schemeLanguage);
        if (format.isJson()) {
            console.document(json(assessment, explanation));
            console.out().println();
        } else {
            new AssessmentText(console.out()).printAnswer(assessment);
            new ExplanationText(
                            console.out(), inquiry.rules().scheme().manifest().timeZone())
                    .print(explanation);
        }
        return ExitCode.ALL_RIGHT;
    }

    private int printLetter(LetterForm form, Inquiry inquiry, SchemeLanguage language) {
        if (inquiry.question() == null) {
            throw new UsageException("a letter is about a decision: say with --service who asks");
        }
        Letter written = LetterWriter.write(inquiry, new LetterWriter.About(null, null), language);
        console.out().write(form == LetterForm.HTML ? written.html() : written.text());
        return ExitCode.ALL_RIGHT;
    }

    private static String json(Assessment assessment, Explanation explanation) {
        ObjectNode page = JsonText.MAPPER.createObjectNode();
        page.set("assessment", JsonText.read(assessment.bytes()));
        page.setAll((ObjectNode) JsonText.MAPPER.valueToTree(explanation));
        return JsonText.page(page);
    }
}
