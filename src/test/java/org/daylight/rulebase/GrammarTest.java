package org.daylight.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.scheme.Statement;
import org.drools.drl.parser.antlr4.DRL10Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every construct of the rule language's grammar, by the names that the engine's parser has for them, works and comes to the
 * points that stand behind {@code works}, or is refused at the line that is marked with what to write instead.
 */
class GrammarTest {
    private static final Path CONSTRUCTS = Path.of("src/test/resources/grammar/constructs.txt");

    private static final String TYPES = """
            declare enum Kind NOVEL, MAP; end
            declare Loan extends Event
                book : String
                days : int
                kind : Kind
                price : BigDecimal @optional
            end
            declare Member extends Fact
                since : LocalDate
                note : String @optional
            end
            """;

    private static final List<Statement> STATEMENTS = List.of(
            Given.event("Loan", "a", "2026-01-10T10:00:00Z", Map.of("book", "Emma", "days", 3L, "kind", "NOVEL")),
            Given.event("Loan", "b", "2026-02-10T10:00:00Z", Map.of("book", "Atlas", "days", 30L, "kind", "MAP")),
            Given.event(
                    "Loan",
                    "c",
                    "2026-03-10T10:00:00Z",
                    Map.of("book", "Emma", "days", 10L, "kind", "NOVEL", "price", new BigDecimal("12.50"))),
            Given.fact("Member", "m", "2026-01-01T00:00:00Z", Map.of("since", "2020-02-29")));

    /** An entry of the table. */
    private record Construct(String names, String verdict, String rules) {
        static Construct of(String block) {
            String[] lines = block.strip().split("\n", 3);
            return new Construct(lines[0], lines[1], lines[2]);
        }

        SchemeText scheme() {
            return SchemeText.library()
                    .with("a.drl", "package library\n" + TYPES)
                    .with("b.drl", "package library\n" + rules);
        }

        int markedLine() {
            return (int) ("package library\n" + rules)
                    .substring(0, ("package library\n" + rules).indexOf("// <-"))
                    .lines()
                    .count();
        }
    }

    private static List<Construct> constructs() throws IOException {
        return Arrays.stream(Files.readString(CONSTRUCTS).strip().split("\n\n+"))
                .map(Construct::of)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyConstructWorksOrIsRefusedAtItsLine() throws IOException {
        return constructs().stream()
                .map(construct -> dynamicTest(construct.names(), () -> {
                    if (construct.verdict().equals("refused")) {
                        refused(construct);
                    } else {
                        works(construct);
                    }
                }));
    }

    private static void works(Construct construct) {
        Inquiry inquiry = new Inquiry(
                construct.scheme().ruleBase(), Given.dossier(STATEMENTS), null, Instant.parse("2026-11-01T00:00:00Z"));
        long score = Evaluation.assess(inquiry).scored().orElseThrow().score();
        assertThat("works " + (score - 500)).isEqualTo(construct.verdict());
    }

    private static void refused(Construct construct) {
        List<AuthorProblem> problems = construct.scheme().compile().problems().stream()
                .filter(AuthorProblem::preventsGoingLive)
                .toList();
        assertThat(problems).allMatch(problem -> problem.file().equals("b.drl")).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(construct.markedLine());
            assertThat(problem.fix()).isNotNull();
        });
    }

    @Test
    void noPartOfTheGrammarThatARuleFileReachesIsLeftOut() throws IOException {
        Set<String> told = constructs().stream()
                .flatMap(construct -> Arrays.stream(construct.names().split("\\s+")))
                .collect(Collectors.toSet());
        assertThat(told).containsAll(reached());
    }

    /** The rules of the grammar that the one of a whole file uses, or that one of them uses. */
    private static Set<String> reached() {
        Set<Integer> reached = new LinkedHashSet<>(Set.of(DRL10Parser.RULE_compilationUnit));
        Deque<Integer> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            int rule = open.remove();
            DRL10Parser._ATN.states.stream()
                    .filter(state -> state != null && state.ruleIndex == rule)
                    .flatMap(state -> Arrays.stream(state.getTransitions()))
                    .filter(RuleTransition.class::isInstance)
                    .map(called -> ((RuleTransition) called).ruleIndex)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached.stream().map(rule -> DRL10Parser.ruleNames[rule]).collect(Collectors.toSet());
    }
}
