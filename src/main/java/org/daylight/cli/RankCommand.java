package org.daylight.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.problem.DateOrInstant;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.ranking.NotRankableException;
import org.daylight.ranking.RankChange;
import org.daylight.ranking.RankedApplicant;
import org.daylight.rulebase.RuleBase;
import org.daylight.scenario.InquiryReader;
import org.daylight.scheme.Problems;
import org.daylight.scheme.ServiceEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daylight rank}. */
@Command(
        name = "rank",
        description = "Puts a list of applicants in the order that the scheme's `ranking` says.",
        footer = {
            "",
            "A list is a YAML file of dossiers separated by `---`, or a YAML or JSON list of them, or NDJSON,",
            "one dossier a line (.ndjson, .jsonl); or a folder of such files. A dossier says:",
            "  citizen: kwok",
            "  given:",
            "    - { fact: DateOfBirth, id: b, at: 1980-06-01, data: { born: 1980-06-01 } }",
            "Its own `asOf` and `ask` are not looked at: all are asked the same, on the same day.",
            "",
            "Examples:",
            "  daylight rank housing applicants.ndjson --as-of 2015-02-01",
            "  daylight rank housing applicants.yaml --as-of 2015-01-31 \\",
            "           --compare 2015-02-01 --moved down",
            "",
            "Exit codes: 0 ranked; 2 wrong usage, or something is wrong with a dossier;",
            "3 the scheme has errors, or one of its rules failed."
        })
final class RankCommand extends ConsoleCommand {
    private static final int PROGRESS_EVERY = 100;

    enum Format {
        TEXT,
        JSON,
        CSV
    }

    @Parameters(index = "0", paramLabel = "SCHEME_FOLDER", description = "A scheme folder, or an id under rules/.")
    private String folder = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "LIST", description = "Files or folders of dossiers.")
    private List<Path> files = List.of();

    @Option(
            names = "--service",
            paramLabel = "ID",
            description = "Which service ranks; may be left out where only one does.")
    private @Nullable String service;

    @Option(
            names = "--attribute",
            paramLabel = "NAME=VALUE",
            description = "An attribute of the request, the same for all; may be repeated.")
    private Map<String, String> attributes = Map.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day (its last moment) or time asked about; else now.")
    private @Nullable String asOf;

    @Option(
            names = "--compare",
            paramLabel = "DATE",
            description = "A second day or time: says who moves from the first ranking to this one.")
    private @Nullable String compare;

    @Option(
            names = "--moved",
            paramLabel = "down|up|same|entered|left",
            description = "Of a comparison, only those who moved like this; may be repeated.")
    private Set<RankChange.Direction> moved = Set.of();

    @Option(names = "--format", paramLabel = "text|json|csv", description = "text by default.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        if (!moved.isEmpty() && compare == null) {
            throw new UsageException("--moved needs --compare");
        }
        RuleBase rules = CheckedScheme.of(SchemeFolders.find(folder)).requireRules();
        ServiceEntry ranked = rankedService(rules);
        List<Instant> moments = moments(rules);
        Problems problems = new Problems();
        try {
            List<List<RankedApplicant>> applicants = applicants(rules, ranked, moments, problems);
            if (problems.hasErrors()) {
                ProblemLines.print(Path.of(""), problems.sorted(), console.err());
                console.err().println("no ranking: a list with gaps would put people in the wrong place");
                return ExitCode.USAGE;
            }
            report(new RankReport(rules, ranked, moments, applicants, moved));
            return ExitCode.ALL_RIGHT;
        } catch (NotRankableException | EvaluationFailedException failed) {
            console.progressEnds();
            String where = failed instanceof EvaluationFailedException inRule ? inRule.where() + " " : "";
            console.err().println("no ranking: " + where + failed.getMessage());
            return ExitCode.SCHEME_HAS_ERRORS;
        }
    }

    private ServiceEntry rankedService(RuleBase rules) {
        List<ServiceEntry> ranking = rules.scheme().services().stream()
                .filter(entry -> !entry.ranking().isEmpty())
                .filter(entry -> service == null || entry.id().equals(service))
                .toList();
        if (ranking.isEmpty()) {
            throw new UsageException(
                    service == null
                            ? "no service of this scheme has a `ranking` in scheme.yaml"
                            : "the scheme has no service `" + service + "` with a `ranking` in scheme.yaml");
        }
        if (ranking.size() > 1) {
            throw new UsageException("more than one service ranks: name one with --service");
        }
        return ranking.get(0);
    }

    private List<Instant> moments(RuleBase rules) {
        List<Instant> moments = new ArrayList<>();
        moments.add(asOf == null ? console.clock().instant() : moment(rules, "--as-of", asOf));
        if (compare != null) {
            moments.add(moment(rules, "--compare", compare));
        }
        return moments;
    }

    private static Instant moment(RuleBase rules, String option, String text) {
        return DateOrInstant.parse(text)
                .orElseThrow(() -> new UsageException(option + " `" + text + "` is neither a date nor a time"))
                .resolve(rules.scheme().manifest()::lastMomentOf);
    }

    /** Asks about all applicants, for each moment. Nothing else is kept of a dossier, so that a long list fits into memory. */
    private List<List<RankedApplicant>> applicants(
            RuleBase rules, ServiceEntry ranked, List<Instant> moments, Problems problems) {
        List<List<RankedApplicant>> applicants = moments.stream()
                .<List<RankedApplicant>>map(moment -> new ArrayList<>())
                .toList();
        Set<String> citizens = new HashSet<>();
        var overrides = new InquiryReader.Overrides(ranked.id(), attributes, null, moments.get(0));
        new ApplicantFiles(overrides, rules, problems).read(files, inquiry -> {
            String citizen = inquiry.dossier().citizen();
            if (!citizens.add(citizen)) {
                problems.error(
                        ProblemCode.DUPLICATE_ID,
                        Place.ofFile("applicants"),
                        "the citizen `" + citizen + "` is listed twice");
            }
            for (int at = 0; at < moments.size(); at++) {
                Assessment assessment = Evaluation.assess(inquiry.at(moments.get(at)));
                applicants.get(at).add(RankedApplicant.of(citizen, assessment, ranked.ranking()));
            }
            if (citizens.size() % PROGRESS_EVERY == 0) {
                console.progress(Plural.of(citizens.size(), "applicant") + " asked about");
            }
        });
        console.progressEnds();
        return applicants;
    }

    private void report(RankReport report) {
        switch (format) {
            case TEXT -> report.text(console.out());
            case JSON -> report.json(console.out());
            case CSV -> report.csv(console.out());
        }
    }
}
