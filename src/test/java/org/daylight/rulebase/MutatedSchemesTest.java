package org.daylight.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.explanation.condition.Conditions;
import org.daylight.fixture.GeneratedQuestions;
import org.daylight.fixture.TwoWays;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.SchemeFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The schemes that ship, with some of their rules and with slips of every kind in rules, manifests and tables: each is compiled, or
 * told what is wrong with it, and never fails otherwise; and what compiles is matched alike by the engine and by hand.
 */
@Tag("mutations")
class MutatedSchemesTest {
    private static final int MUTATIONS = Integer.getInteger("claims.mutations", 20);
    private static final int RULES_KEPT = 4;
    private static final int QUESTIONS = 3;
    private static final Path SHIPPED = Path.of("rules");
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"[\\s\\S]*?^end\\s*$");
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ",",
            ";",
            ":",
            "&&",
            "||",
            "!",
            "not ",
            "exists ",
            "==",
            "!=",
            "<",
            ">=",
            "+",
            "-",
            "*",
            "/",
            "%",
            "0",
            "010",
            "1.5",
            "3000000000",
            "1e9",
            "null",
            "true",
            "\"x\"",
            "$x",
            "this",
            "end",
            "when",
            "then",
            "rule",
            "declare",
            "accumulate(",
            "from",
            "in ( 1, 2 )",
            "? 1 : 2",
            "matches \"(a*)*\"",
            "insert",
            "\u00a0",
            "\u201c",
            "\u200b",
            "\ufeff",
            "\t",
            "#",
            "// ",
            "/*",
            "&a",
            "*a",
            "- ",
            "yes",
            "1_000",
            "0x10",
            "2024-13-01",
            ";;",
            "\u0007",
            "double ",
            "(int) ",
            "++",
            "<<",
            "LocalDate.now()",
            "eval( ",
            "forall( ");

    @Test
    void whateverIsWrittenIsCompiledOrTold() throws IOException {
        AtomicInteger compiled = new AtomicInteger();
        List<AssertionError> failures = new ArrayList<>();
        for (int number = 0; number < MUTATIONS; number++) {
            long seed = 1_000_003L * number + 17;
            try {
                mutated(new Random(seed), seed, compiled);
            } catch (RuntimeException | Error failure) {
                failures.add(new AssertionError("the mutation of seed " + seed, failure));
            }
        }
        assertThat(failures).isEmpty();
        assertThat(compiled).hasPositiveValue();
    }

    private static void mutated(Random random, long seed, AtomicInteger compiled) throws IOException {
        List<String> ids = schemes();
        String id = ids.get(random.nextInt(ids.size()));
        SchemeFolder folder = new SchemeFolder(mutation(random, SHIPPED.resolve(id)));
        Compilation compilation = RuleCompiler.compile(id, folder);
        assertThat(compilation.problems())
                .as("seed " + seed)
                .noneMatch(problem -> problem.code() == ProblemCode.INTERNAL_FAULT)
                .allMatch(problem -> !problem.message().contains("Exception"));
        if (compilation.ruleBase().isPresent()) {
            compiled.incrementAndGet();
            RuleBase rules = compilation.ruleBase().get();
            JqwikSession.run(() -> asked(rules, seed));
        }
    }

    private static void asked(RuleBase rules, long seed) {
        boolean walkable = Conditions.of(rules).notWalkable().isEmpty();
        for (int question = 0; question < QUESTIONS; question++) {
            Inquiry inquiry = GeneratedQuestions.about(rules)
                    .generator(1_000)
                    .next(new Random(seed + question))
                    .value();
            try {
                Evaluation.assess(inquiry);
            } catch (EvaluationFailedException told) {
                assertThat(told.getMessage()).isNotBlank();
                continue;
            }
            if (walkable) {
                TwoWays.agree(inquiry);
            }
        }
    }

    private static List<String> schemes() throws IOException {
        try (Stream<Path> folders = Files.list(SHIPPED)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A scheme with a few of its rules, for a build of all takes long, and some slips in one of its files. */
    private static SortedMap<String, byte[]> mutation(Random random, Path folder) throws IOException {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SchemeFolder.read(folder).files());
        files.keySet().removeIf(file -> file.startsWith("cases/"));
        keepFewRules(random, files);
        List<String> names = files.keySet().stream()
                .filter(file -> file.endsWith(".drl") || (random.nextInt(3) == 0 && !file.endsWith(".md")))
                .toList();
        String chosen = names.get(random.nextInt(names.size()));
        String text = new String(files.get(chosen), StandardCharsets.UTF_8);
        int slips = random.nextInt(4);
        for (int slip = 0; slip < slips; slip++) {
            text = slipped(random, text);
        }
        files.put(chosen, text.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static void keepFewRules(Random random, Map<String, byte[]> files) {
        List<String> drl =
                files.keySet().stream().filter(file -> file.endsWith(".drl")).toList();
        List<String> rules = new ArrayList<>();
        drl.forEach(file -> RULE.matcher(new String(files.get(file), StandardCharsets.UTF_8))
                .results()
                .forEach(rule -> rules.add(rule.group())));
        for (int kept = 0; kept < RULES_KEPT && !rules.isEmpty(); kept++) {
            rules.remove(random.nextInt(rules.size()));
        }
        for (String file : drl) {
            String text = new String(files.get(file), StandardCharsets.UTF_8);
            for (String rule : rules) {
                text = text.replace(rule, "");
            }
            files.put(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String slipped(Random random, String text) {
        if (text.isEmpty()) {
            return PIECES.get(random.nextInt(PIECES.size()));
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(random.nextInt(8) == 0 ? 200 : 6));
        String piece =
                switch (random.nextInt(4)) {
                    case 0 -> text.substring(from, to).repeat(2);
                    case 1 -> elsewhere(random, text);
                    default -> PIECES.get(random.nextInt(PIECES.size()));
                };
        return text.substring(0, from) + piece + text.substring(random.nextBoolean() ? from : to);
    }

    private static String elsewhere(Random random, String text) {
        int from = random.nextInt(text.length());
        return text.substring(from, Math.min(text.length(), from + random.nextInt(40)));
    }
}
