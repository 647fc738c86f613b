package org.daylight.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service as it is shipped, in a process of its own. */
final class PackagedService implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration UP = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final URI address;

    private PackagedService(Process process, URI address) {
        this.process = process;
        this.address = address;
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

    /** Starts it with demo users on a free port and waits until it is ready. */
    static PackagedService start(Start how) throws IOException {
        long before = Files.exists(how.log()) ? Files.size(how.log()) : 0;
        List<String> command = new ArrayList<>(how.wrapper());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx2g",
                "-Dquarkus.profile=dev",
                "-Dquarkus.http.port=0",
                "-Ddaylight.demo=false",
                "-Ddaylight.rules.directory=" + how.rules(),
                "-Ddaylight.data=" + how.data()));
        command.addAll(how.options());
        command.addAll(List.of("-jar", JAR.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(how.log().toFile()))
                .start();
        boolean ready = false;
        try {
            PackagedService service = new PackagedService(process, address(process, how.log(), before));
            service.awaitReady();
            ready = true;
            return service;
        } finally {
            if (!ready) {
                end(process);
            }
        }
    }

    /** The system gives it a port: one picked beforehand may be somebody else's by the time that it is up. */
    private static URI address(Process process, Path log, long before) {
        Matcher listening = await().atMost(UP)
                .pollInterval(LOOK)
                .failFast("the service ended while starting", () -> !process.isAlive())
                .until(() -> LISTENING.matcher(written(log, before)), Matcher::find);
        return URI.create(listening.group(1));
    }

    private static String written(Path log, long before) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        return new String(bytes, (int) before, bytes.length - (int) before, StandardCharsets.UTF_8);
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
                .pollInterval(LOOK)
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("the service ended while starting", () -> !process.isAlive())
                .until(() -> nobody.get(null, "/q/health/ready").status() == 200);
    }

    /** Stops it as an operator would, and waits until it is gone. */
    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
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
}
