package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.daylight.fixture.RuleFolders;
import org.daylight.store.GroupWriter;
import org.junit.jupiter.api.Test;

/** A service whose one scheme is broken, and whose writer takes one write at a time. */
@QuarkusTest
@TestProfile(WithoutSchemesTest.BrokenScheme.class)
class WithoutSchemesTest {
    public static class BrokenScheme implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "daylight.rules.directory", rules().toString(),
                    "daylight.store.queue-size", "1",
                    "daylight.store.group-size-max", "1");
        }

        private static Path rules() {
            try {
                Path rules = RuleFolders.empty();
                Path scheme = Files.createDirectory(rules.resolve("broken"));
                Files.writeString(scheme.resolve("scheme.yaml"), "title: Broken\ncolour: blue\n");
                return rules;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final GroupWriter writer;

    @Inject
    WithoutSchemesTest(GroupWriter writer) {
        this.writer = writer;
    }

    @Test
    void theServiceIsNotReadyAndSaysWhatIsWrong() {
        Response health = given().get("/q/health/ready");

        assertThat(health.statusCode()).isEqualTo(503);
        JsonPath check = health.jsonPath();
        assertThat(check.getString("checks.find { it.name == 'schemes' }.status"))
                .isEqualTo("DOWN");
        assertThat(check.getString("checks.find { it.name == 'schemes' }.data.'broken problems'"))
                .contains("scheme.yaml:2:");
    }

    @Test
    void aFullQueueSaysWhenToComeBack() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(() -> writer.write((handle, recordedAt) -> {
            started.countDown();
            return waited(released);
        }));
        assertThat(waited(started)).isTrue();
        CompletableFuture<Boolean> queued =
                CompletableFuture.supplyAsync(() -> writer.write((handle, recordedAt) -> true));
        await().atMost(PATIENCE).until(() -> writer.queued() == 1);

        Response answer = given().get("/probe/write");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("busy");
        released.countDown();
        assertThat(running).succeedsWithin(PATIENCE).isEqualTo(true);
        assertThat(queued).succeedsWithin(PATIENCE).isEqualTo(true);
        assertThat(given().get("/probe/write").statusCode()).isEqualTo(200);
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
