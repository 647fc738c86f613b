package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdentityTest {
    @Test
    void aUserWithTheRoleComesIn() {
        assertThat(as("auditor").get("/probe/auditor").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "source", "service", "author", "caseworker", "operator", "ada"})
    void aUserWithAnotherRoleIsForbidden(String user) {
        Response answer = as(user).get("/probe/auditor");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("forbidden");
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void nobodyIsAskedToLogIn() {
        Response answer = given().get("/probe/auditor");

        assertUnauthenticated(answer);
    }

    @Test
    void aWrongPasswordIsAskedToLogInAgain() {
        assertUnauthenticated(
                given().auth().preemptive().basic("auditor", "ada").get("/probe/auditor"));
    }

    @Test
    void aWrongPasswordIsWrongOnOpenPagesToo() {
        assertUnauthenticated(given().auth().preemptive().basic("auditor", "x").get("/probe/open"));
    }

    @Test
    void anUnknownUserIsAskedToLogInAgain() {
        assertUnauthenticated(
                given().auth().preemptive().basic("mallory", "mallory").get("/probe/auditor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ben", "chi", "dov", "eve"})
    void aCitizenIsKnownByTheirId(String citizen) {
        assertThat(as(citizen).get("/probe/citizens/" + citizen).asString()).isEqualTo(citizen);
    }

    @Test
    void anEndpointWithoutARoleIsShut() {
        assertThat(as("operator").get("/probe/unannotated").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/health/live", "/q/metrics"})
    void whatTheServiceSaysAboutItselfIsOpen(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(200);
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    private static void assertUnauthenticated(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).containsIgnoringCase("basic");
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unauthenticated");
    }
}
