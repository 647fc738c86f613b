package org.daylight.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Dquarkus.profile=dev",
                        "-Dquarkus.http.port=" + port,
                        "-Ddaylight.demo=false",
                        "-Ddaylight.rules.directory=" + rules,
                        "-Ddaylight.data=" + data,
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
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
