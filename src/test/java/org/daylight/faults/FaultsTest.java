package org.daylight.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Inquiry;
import org.daylight.problem.AuthorProblem;
import org.daylight.rulebase.Compilation;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scenario.InquiryReader;
import org.daylight.scheme.Problems;
import org.daylight.scheme.SchemeFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder under {@code faults} is a scheme in which something was once silently wrong, or that did harm, with a dossier and
 * the right answer in {@code expected.txt}: the errors told, or what an assessment comes to. Every dossier is assessed twice by
 * one rule base and once by another, and the three must agree to the byte.
 */
class FaultsTest {
    private static final Path FAULTS = Path.of("src/test/resources/faults");
    private static final String EXPECTED = "expected.txt";
    private static final String DOSSIER = "dossier.yaml";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\W*package (\\w+)");
    private static final InquiryReader.Overrides AS_WRITTEN =
            new InquiryReader.Overrides(null, Map.of(), null, Instant.parse("2026-11-01T00:00:00Z"));

    @TestFactory
    Stream<DynamicTest> whatWasFoundIsRightOrRefused() throws IOException {
        try (Stream<Path> folders = Files.list(FAULTS)) {
            return folders
                    .sorted()
                    .map(folder -> dynamicTest(folder.getFileName().toString(), () -> assertThat(told(folder))
                            .isEqualTo(Files.readString(folder.resolve(EXPECTED)))))
                    .toList()
                    .stream();
        }
    }

    private static String told(Path folder) throws IOException {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SchemeFolder.read(folder).files());
        byte[] dossier = files.remove(DOSSIER);
        files.remove(EXPECTED);
        String id = id(files);
        Compilation compilation = RuleCompiler.compile(id, new SchemeFolder(files));
        StringBuilder told = new StringBuilder();
        compilation.problems().stream()
                .filter(AuthorProblem::preventsGoingLive)
                .forEach(problem -> told.append(line(problem)));
        if (compilation.ruleBase().isPresent() && dossier != null) {
            RuleBase rules = compilation.ruleBase().get();
            RuleBase others =
                    RuleCompiler.compile(id, new SchemeFolder(files)).ruleBase().orElseThrow();
            String text = new String(dossier, StandardCharsets.UTF_8);
            String answer = answer(rules, text);
            assertThat(answer(rules, text)).as("asked again").isEqualTo(answer);
            assertThat(answer(others, text)).as("asked of other rules").isEqualTo(answer);
            told.append(answer);
        }
        return told.toString();
    }

    private static String id(SortedMap<String, byte[]> files) {
        Matcher named = PACKAGE.matcher(files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n")));
        return named.find() ? named.group(1).replace('_', '-') : "probe";
    }

    private static String answer(RuleBase rules, String dossier) {
        Problems problems = new Problems();
        Inquiry inquiry = new InquiryReader(DOSSIER, rules, problems)
                .read(dossier, AS_WRITTEN)
                .orElse(null);
        if (inquiry == null) {
            return problems.sorted().stream().map(FaultsTest::line).collect(Collectors.joining());
        }
        try {
            return text(Evaluation.assess(inquiry));
        } catch (EvaluationFailedException failed) {
            return "failed in " + failed.rule() + ": " + failed.getMessage() + "\n";
        }
    }

    private static String line(AuthorProblem problem) {
        return problem.file() + ":" + problem.line() + ":" + problem.column() + " " + problem.severity() + " "
                + problem.code() + " " + problem.message() + "\n"
                + (problem.fix() == null ? "" : "    " + problem.fix() + "\n");
    }

    private static String text(Assessment assessment) {
        StringBuilder text = new StringBuilder();
        DecisionResult decision = assessment.decision();
        if (decision != null) {
            text.append(decision.outcome());
            decision.terms().forEach((name, value) -> text.append(" " + name + " = " + value));
            text.append("\n");
        }
        assessment.scored().ifPresent(standing -> text.append("score " + standing.score() + "\n"));
        List<Firing> trace = assessment.trace();
        trace.stream().limit(5).forEach(firing -> text.append(firing.rule() + ": " + firing.reason() + "\n"));
        return text.toString();
    }
}
