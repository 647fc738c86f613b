package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void theCasesRunAgainAfterAnEditUntilInterrupted() throws Exception {
        Path scheme = Ran.scheme(directory);
        StringWriter out = new StringWriter();
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread watching = new Thread(() -> code.complete(Daylight.run(
                new CommandConsole(new PrintWriter(out), new PrintWriter(new StringWriter()), false, Ran.NOON),
                "test",
                scheme.toString(),
                "--watch")));
        watching.start();
        await().atMost(LONG_ENOUGH).until(() -> out.toString().contains("3 cases, all hold"));

        Ran.replace(scheme.resolve("cases/card.yaml"), "outcome: REFUSED", "outcome: GRANTED");

        await().atMost(LONG_ENOUGH).until(() -> out.toString().contains("3 cases, 1 failed"));
        watching.interrupt();
        assertThat(code.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ExitCode.CASES_FAILED);
    }
}
