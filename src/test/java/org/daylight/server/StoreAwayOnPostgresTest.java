package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import org.daylight.fixture.LogLines;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database goes away under a running service, and comes back. */
@QuarkusTest
@TestProfile(OnPostgres.class)
class StoreAwayOnPostgresTest {
    private static final String STANDING = "/schemes/community/citizens/ben/standing";
    private static final int UUID_LENGTH = 36;

    private final String url;
    private boolean away;

    @Inject
    StoreAwayOnPostgresTest(@ConfigProperty(name = "daylight.store.url") String url) {
        this.url = url;
    }

    private String database() {
        return url.replaceAll(".*/|\\?.*", "");
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    private static Response ask() {
        return as("service")
                .contentType("application/json")
                .body(Map.of("scheme", "community", "service", "public-transport", "citizen", "ben"))
                .post("/decisions");
    }

    private static Response state() {
        return as("source")
                .contentType("application/cloudevents+json")
                .body("""
                    {"specversion":"1.0","type":"community.LateReturn","source":"urn:away","id":"a1","subject":"ben",
                     "time":"2026-09-01T10:00:00Z","data":{"daysLate":9}}\
                    """)
                .post("/events");
    }

    private static Response health(String path) {
        return given().get("/q/health" + path);
    }

    private static JsonPath store(Response health) {
        return health.jsonPath().setRootPath("checks.find { it.name == 'store' }");
    }

    private void administer(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.replace("/" + database(), "/postgres"));
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private void takeAway() throws SQLException {
        away = true;
        administer(
                "ALTER DATABASE " + database() + " ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + database() + "'");
    }

    /** An outage is over when the log says so, up to a second after the store answers: the next one is another only then. */
    @AfterEach
    void giveBack() throws SQLException {
        if (away) {
            try (LogLines log = LogLines.open()) {
                administer("ALTER DATABASE " + database() + " ALLOW_CONNECTIONS true");
                await().atMost(Duration.ofMinutes(2)).until(() -> log.from(Level.INFO).stream()
                        .anyMatch(line -> line.startsWith("INFO the store answers again")));
            }
            away = false;
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> as("auditor").get(STANDING).statusCode() == 200);
    }

    private static void isToldWhenToComeBack(Response answer, String code) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("id", hasLength(UUID_LENGTH))
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1));
    }

    @Test
    void whoReadsAsksOrStatesIsToldWhenToComeBackAndThenServed() throws SQLException {
        // when
        takeAway();
        // then
        isToldWhenToComeBack(as("auditor").get(STANDING), "store-away");
        isToldWhenToComeBack(given().get("/log/checkpoint"), "store-away");
        isToldWhenToComeBack(ask(), "store-away");
        isToldWhenToComeBack(state(), "not-kept");
        // and when it is back
        giveBack();
        state().then().statusCode(200);
        ask().then().statusCode(201);
        given().get("/log/checkpoint").then().statusCode(200);
    }

    @Test
    void anOutageIsOneWarningInTheLogAndOneLineWhenItIsOver() throws SQLException {
        try (LogLines log = LogLines.open()) {
            // when
            takeAway();
            String id = as("auditor").get(STANDING).jsonPath().getString("id");
            assertThat(as("auditor").get(STANDING).jsonPath().getString("id")).isEqualTo(id);
            assertThat(state().jsonPath().getString("id")).isEqualTo(id);
            health("/ready");
            giveBack();
            // then
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> log.from(Level.INFO).contains("INFO the store answers again, id " + id));
            assertThat(log.from(Level.WARNING))
                    .singleElement()
                    .asString()
                    .startsWith("WARN the store is away: it ")
                    .endsWith(id);
        }
    }

    @Test
    void theServiceIsNotReadyMeanwhileButAliveAndReadyAgainByItself() throws SQLException {
        // given
        Response before = health("/ready");
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(store(before).getString("status")).isEqualTo("UP");
        // when
        takeAway();
        // then
        Response meanwhile = health("/ready");
        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(store(meanwhile).getString("status")).isEqualTo("DOWN");
        assertThat(store(meanwhile).getString("data.reason"))
                .matches("it (takes nobody in|was shut down, or takes nobody in) \\(\\w{5}\\)");
        assertThat(meanwhile.asString()).doesNotContain("jdbc:").doesNotContain(database());
        assertThat(health("/live").statusCode()).isEqualTo(200);
        // and when it is back
        giveBack();
        await().atMost(Duration.ofMinutes(2)).until(() -> health("/ready").statusCode() == 200);
    }
}
