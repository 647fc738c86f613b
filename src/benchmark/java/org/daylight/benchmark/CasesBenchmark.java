package org.daylight.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.daylight.evaluation.Evaluation;
import org.daylight.scenario.Case;
import org.daylight.scenario.CaseReader;
import org.daylight.scheme.Problems;
import org.daylight.scheme.SchemeFolder;
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
import org.openjdk.jmh.infra.Blackhole;

/** Times all cases of a scheme that ships, one after the other: what real laws cost, with all that they compute. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
public class CasesBenchmark {
    @Param({"community", "driving", "housing", "motor-insurance", "student-grant"})
    String scheme = "";

    private List<Case> cases = List.of();

    @Setup
    public void compile() throws IOException {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        Problems problems = new Problems();
        SchemeFolder folder = SchemeFolder.read(Path.of("rules", scheme));
        cases = CaseReader.read(Workload.compile(scheme, folder), problems);
    }

    @Benchmark
    public void all(Blackhole assessed) {
        cases.forEach(one -> assessed.consume(Evaluation.assess(one.inquiry())));
    }
}
