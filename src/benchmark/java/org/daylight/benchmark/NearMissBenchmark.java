package org.daylight.benchmark;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.explanation.nearmiss.NearMisses;
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

/** Times finding out why rules did not fire, beside the assessment itself, which is part of it as an explanation assesses again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NearMissBenchmark {
    @Param({"community", "10", "100", "1000"})
    String rules = "";

    private @Nullable Inquiry inquiry;

    /** Nothing is timed before it is sure that there is something to explain, and that all of it is explained. */
    @Setup
    public void compile() {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        inquiry = Workload.of(rules);
        NearMisses misses = nearMisses();
        if (misses.rules().isEmpty() || !misses.notExplained().isEmpty()) {
            throw new IllegalStateException(misses.toString());
        }
    }

    @Benchmark
    public Assessment assessment() {
        return Evaluation.assess(Objects.requireNonNull(inquiry));
    }

    @Benchmark
    public NearMisses nearMisses() {
        Inquiry explained = Objects.requireNonNull(inquiry);
        return NearMisses.of(explained, Evaluation.observe(explained));
    }
}
