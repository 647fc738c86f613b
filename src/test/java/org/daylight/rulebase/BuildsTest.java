package org.daylight.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.build.BuildBudget;
import org.daylight.rulebase.build.BuildLimits;
import org.daylight.rulebase.build.BuildRunner;
import org.daylight.rulebase.build.BuildStoppedException;
import org.daylight.scheme.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a build may use: refused before it begins where that can be known, stopped where it cannot. */
class BuildsTest {
    private static final String TYPES = "declare LateReturn extends Event\n    daysLate : int\nend\n";

    /** Large enough that it is looked at while it is built, however fast the machine. */
    private static SchemeText large() {
        return SchemeText.library()
                .rules(TYPES
                        + IntStream.range(0, 50)
                                .mapToObj(number -> "rule \"Rule " + number + "\" when LateReturn( daysLate > " + number
                                        + " ) then score.add( 1 ); end\n")
                                .collect(Collectors.joining()));
    }

    private static BuildBudget terms(Duration processorTime, double heapShare) {
        return new BuildBudget(processorTime, heapShare, true);
    }

    private static List<String> problems(SchemeText scheme) {
        return scheme.compile().problems().stream()
                .filter(problem -> problem.preventsGoingLive())
                .map(problem -> problem.file() + ":" + problem.line() + " " + problem.code() + " " + problem.message())
                .toList();
    }

    /** A class of the engine's that is stopped while it is first loaded stays broken in this JVM, for all that come after. */
    @BeforeAll
    static void theCompilerIsLoaded() {
        large().ruleBase();
    }

    @Test
    void aBuildThatTakesTooLongIsStoppedAndUsesNoMoreProcessor() {
        // given
        CompletableFuture<Thread> builder = new CompletableFuture<>();
        // when, then
        assertThatThrownBy(() -> BuildRunner.run(terms(Duration.ofMillis(100), 1), () -> {
                    builder.complete(Thread.currentThread());
                    while (true) {
                        Class.forName(
                                "java.util.List", false, Thread.currentThread().getContextClassLoader());
                    }
                }))
                .isInstanceOf(BuildStoppedException.class)
                .hasMessage("building takes more than 0 seconds");
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !builder.join()
                .isAlive());
    }

    @Test
    void aSchemeThatTakesTooLongIsAnAuthorsProblem() {
        // given
        SchemeText scheme = large();
        // when
        Compilation compilation = RuleCompiler.compile("library", scheme.folder(), terms(Duration.ofNanos(1), 1));
        // then
        assertThat(compilation.ruleBase()).isEmpty();
        assertThat(compilation.problems()).singleElement().satisfies(problem -> assertThat(problem.code())
                .isEqualTo(ProblemCode.TOO_LARGE));
    }

    @Test
    void aSchemeThatTakesTooMuchMemoryIsStopped() {
        // given
        SchemeText scheme = large();
        // when
        Compilation compilation =
                RuleCompiler.compile("library", scheme.folder(), terms(Duration.ofSeconds(60), 0.000_001));
        // then
        assertThat(compilation.ruleBase()).isEmpty();
        assertThat(compilation.problems())
                .extracting(AuthorProblem::message)
                .containsExactly("building needs more memory than there is");
    }

    @Test
    void aSchemeForWhichThereIsNoRoomIsRefusedBeforeItIsBuilt() {
        // given
        Problems problems = new Problems();
        // when
        BuildLimits.checkRoom(800_000_000, 300_000_000, problems);
        // then
        assertThat(problems.sorted())
                .singleElement()
                .extracting(AuthorProblem::message)
                .isEqualTo("building needs about 800 MB of memory, and there are 300");
    }

    @Test
    void afterABuildWasStoppedTheNextOneIsBuilt() {
        // given
        SchemeText scheme = SchemeText.library().rules(TYPES);
        RuleCompiler.compile("library", scheme.folder(), terms(Duration.ofNanos(1), 1));
        // when, then
        assertThat(scheme.compile().ruleBase()).isPresent();
    }

    @Test
    void parenthesesInEachOtherAreRefusedUnparsed() {
        assertThat(problems(SchemeText.library()
                        .rules(TYPES + "rule \"Deep\" when LateReturn( " + "(".repeat(40) + " daysLate > 1 "
                                + ")".repeat(40) + " ) then score.add( 1 ); end")))
                .containsExactly("rules.drl:5 too-large parentheses stand inside each other more than 10 deep");
    }

    @Test
    void tooManyRulesAreRefusedUnbuilt() {
        assertThat(problems(SchemeText.library()
                        .rules(TYPES + "rule r when then end\n".repeat(BuildLimits.MOST_RULES + 1))))
                .containsExactly(":0 too-large library has 1501 rules, more than the 1500 allowed");
    }

    @Test
    void theBuildTakesOneThreadOnly() {
        // when
        assertThat(SchemeText.library()
                        .rules(TYPES + "rule r when LateReturn() then score.add( 1 ); end")
                        .compile()
                        .ruleBase())
                .isPresent();
        // then
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("drools") || name.contains("COMPILER"));
    }
}
