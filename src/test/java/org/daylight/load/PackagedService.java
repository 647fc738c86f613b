package org.daylight.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service as it is shipped, in a process of its own. */
final class PackagedService implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration UP = Duration.ofMinutes(3);

    private final Process process;
    private final URI address;

    private PackagedService(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it with demo users on a free port and waits until it is ready. */
    static PackagedService start(Path rules, Path data, Path log) throws IOException {
        return start(new Start(rules, data, log, List.of(), List.of()));
    }

    /**
     * How it is started.
     *
     * @param options for Java, such as further settings
     * @param wrapper a command that runs the one it is put before
     */
    record Start(Path rules, Path data, Path log, List<String> options, List<String> wrapper) {
        Start with(String... more) {
            return new Start(
                    rules,
                    data,
                    log,
                    Stream.concat(options.stream(), Stream.of(more)).toList(),
                    wrapper);
        }

        /** Sooner ready, but slower under load. */
        Start inAHurry() {
            return with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        }
    }

    static PackagedService start(Start how) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(how.wrapper());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx2g",
                "-Dquarkus.profile=dev",
                "-Dquarkus.http.port=" + port,
                "-Ddaylight.demo=false",
                "-Ddaylight.rules.directory=" + how.rules(),
                "-Ddaylight.data=" + how.data()));
        command.addAll(how.options());
        command.addAll(List.of("-jar", JAR.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(how.log().toFile()))
                .start();
        PackagedService service = new PackagedService(process, URI.create("http://localhost:" + port));
        boolean ready = false;
        try {
            service.awaitReady();
            ready = true;
            return service;
        } finally {
            if (!ready) {
                service.close();
            }
        }
    }

    URI address() {
        return address;
    }

    /** Ends it as a power cut would: SIGKILL, nothing is finished. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    private void awaitReady() {
        Caller nobody = new Caller(address);
        await().atMost(UP)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("the service ended while starting", () -> !process.isAlive())
                .until(() -> nobody.get(null, "/q/health/ready").status() == 200);
    }

    /** Stops it as an operator would, and waits until it is gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
