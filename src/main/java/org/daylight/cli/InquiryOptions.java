package org.daylight.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.daylight.evaluation.Inquiry;
import org.daylight.rulebase.RuleBase;
import org.daylight.scenario.InquiryReader;
import org.daylight.scheme.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that replace the question of a dossier file. */
final class InquiryOptions {
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

    void check() {
        if (service == null && !attributes.isEmpty()) {
            throw new UsageException("--attribute needs --service");
        }
    }

    /** Whether they name a service or a moment. */
    boolean areGiven() {
        return service != null || asOf != null;
    }

    /**
     * Reads a dossier file.
     *
     * @return empty where something is wrong with it, which the console was told
     */
    Optional<Inquiry> read(Path dossier, RuleBase rules, CommandConsole console) {
        Problems problems = new Problems();
        String file = ProblemLines.shown(dossier);
        var overrides = new InquiryReader.Overrides(
                service, attributes, asOf, console.clock().instant());
        Optional<Inquiry> inquiry = FileBytes.text(dossier, problems)
                .flatMap(text -> new InquiryReader(file, rules, problems).read(text, overrides));
        ProblemLines.print(Path.of(""), problems.sorted(), console.err());
        return inquiry;
    }
}
