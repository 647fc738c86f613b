package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsTest {
    @Test
    void aCallersMistakeNamesCodeFieldFoundAndExpectedOfEachError() {
        JsonPath problem = problem(given().get("/probe/mistake"), 422, "unknown-field");

        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isEqualTo("Unprocessable Entity");
        assertThat(problem.getString("field")).isEqualTo("data.dayslate");
        assertThat(problem.getInt("found")).isEqualTo(8);
        assertThat(problem.getString("expected")).isEqualTo("`daysLate`");
        assertThat(problem.getList("errors.code")).containsExactly("unknown-field", "missing-field");
        assertThat(problem.getMap("errors[1]")).doesNotContainKey("found");
    }

    @Test
    void aFailureOfOursTellsAnIdAndNothingElse() {
        Response answer = given().get("/probe/broken");

        JsonPath problem = problem(answer, 500, "internal");
        assertThat(problem.getString("id")).hasSize(36);
        assertThat(answer.asString())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("org.");
    }

    @Test
    void whoReadsIsNotToldThatSomethingWasNotKept() {
        Response read = given().get("/probe/damaged");
        Response written = given().post("/probe/damaged");

        problem(read, 503, "store-away");
        problem(written, 503, "not-kept");
        assertThat(read.header("Retry-After"))
                .isEqualTo(written.header("Retry-After"))
                .isEqualTo("5");
        assertThat(read.asString()).doesNotContain("tile");
    }

    @Test
    void anUnknownPathIsAProblem() {
        JsonPath problem = problem(given().get("/nowhere"), 404, "not-found");

        assertThat(problem.getString("found")).isEqualTo("/nowhere");
    }

    @Test
    void anUnknownPathBelowAKnownOneIsAProblem() {
        problem(given().get("/probe/nowhere"), 404, "not-found");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        Response answer = given().delete("/probe/body");

        JsonPath problem = problem(answer, 405, "method-not-allowed");
        assertThat(problem.getString("found")).isEqualTo("DELETE");
        assertThat(problem.getString("expected")).isEqualTo("POST");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void aWrongMethodOnATemplatePathIsToldTheRightOnes() {
        assertThat(given().auth()
                        .preemptive()
                        .basic("ada", "ada")
                        .delete("/probe/citizens/ada")
                        .header("Allow"))
                .isEqualTo("GET");
    }

    @Test
    void aWrongContentTypeIsToldTheRightOne() {
        JsonPath problem =
                problem(given().contentType("text/csv").body("a,b").post("/probe/body"), 415, "unsupported-media-type");

        assertThat(problem.getString("field")).isEqualTo("Content-Type");
        assertThat(problem.getString("found")).startsWith("text/csv");
        assertThat(problem.getString("expected")).isEqualTo("`application/json`");
    }

    @Test
    void anUnservedAcceptHeaderIsToldWhatIsServed() {
        JsonPath problem = problem(given().accept("image/png").get("/probe/open"), 406, "not-acceptable");

        assertThat(problem.getString("found")).isEqualTo("image/png");
        assertThat(problem.getString("expected")).isEqualTo("application/json");
    }

    @Test
    void anAnswerHasDatesAsTextKeysAsDeclaredAndNoNulls() {
        assertThat(given().get("/probe/open").asString())
                .isEqualTo("{\"zebra\":\"z\",\"at\":\"1970-01-01T00:00:00Z\",\"day\":\"1970-01-01\",\"ant\":1}");
    }

    private static JsonPath problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonPath problem = answer.jsonPath();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        return problem;
    }
}
