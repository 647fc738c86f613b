package org.daylight.benchmark;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times one assessment: ten events, the score, one question. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssessmentBenchmark {
    @Param({"community", "10", "100", "1000"})
    String rules = "";

    private @Nullable Inquiry inquiry;
    private @Nullable Inquiry withoutMeter;
    private @Nullable EngineAlone engineAlone;

    /** Nothing is timed before both sides gave the same answer. */
    @Setup
    public void compileAndCompare() {
        // Outside the service nobody sets a level, and the engine would write a trace of its own.
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        Inquiry prepared = Workload.of(rules);
        EngineAlone alone = new EngineAlone(prepared);
        EngineAlone.Answer ours = answer(Evaluation.assess(prepared));
        EngineAlone.Answer theirs = alone.assess();
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("Daylight says " + ours + ", the engine alone " + theirs);
        }
        Inquiry unmetered = Workload.withoutMeter(prepared);
        if (!Evaluation.assess(unmetered).equals(Evaluation.assess(prepared))) {
            throw new IllegalStateException("the meter changes the answer");
        }
        inquiry = prepared;
        withoutMeter = unmetered;
        engineAlone = alone;
    }

    @Benchmark
    public Assessment daylight() {
        return Evaluation.assess(Objects.requireNonNull(inquiry));
    }

    /** Times the same without the meter. */
    @Benchmark
    public Assessment withoutMeter() {
        return Evaluation.assess(Objects.requireNonNull(withoutMeter));
    }

    @Benchmark
    public EngineAlone.Answer engineAlone() {
        return Objects.requireNonNull(engineAlone).assess();
    }

    private static EngineAlone.Answer answer(Assessment assessment) {
        return new EngineAlone.Answer(
                assessment.scored().orElseThrow().score(),
                assessment.answer().outcome().name());
    }
}
