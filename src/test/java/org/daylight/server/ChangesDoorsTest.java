package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would change a decision, when it changes, and its letter, through the doors. */
@QuarkusTest
class ChangesDoorsTest {
    private static final String JSON = "application/json";
    private static final String RETURNED = "{\"type\":\"ReturnedOnTime\",\"data\":{\"item\":\"ladder\"}}";

    private String citizen = "";
    /** Refused the bike, at 450. */
    private String decision = "";

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    @BeforeEach
    void refuseSomebodyNew() {
        citizen = "citizen-" + UUID.randomUUID();
        String notice = given().get("/schemes/community").then().extract().path("notice.version");
        as("registrar")
                .contentType(JSON)
                .body(Map.of("citizen", citizen, "notice", notice, "lawfulBasis", "CONSENT"))
                .post("/schemes/community/enrolments");
        as("source")
                .contentType("application/cloudevents-batch+json")
                .body("[" + late("1", 9) + "," + late("2", 12) + "," + late("3", 40) + "]")
                .post("/events")
                .then()
                .statusCode(200);
        decision = as("service")
                .contentType(JSON)
                .body(Map.of("scheme", "community", "service", "bike-hire", "citizen", citizen, "asOf", "2026-11-01"))
                .post("/decisions")
                .then()
                .body("outcome", is("REFUSED"))
                .extract()
                .path("id");
    }

    private String late(String id, int days) {
        return """
                {"specversion":"1.0","type":"community.LateReturn","source":"urn:doors","id":"%s-%s","subject":"%s",\
                "time":"2026-09-01T10:00:00Z","data":{"daysLate":%s}}""".formatted(citizen, id, citizen, days);
    }

    private Response suppose(String body) {
        return as("caseworker").contentType(JSON).body(body).post("/decisions/" + decision + "/what-if");
    }

    @Test
    void theSmallestChangesAreFoundAndSaidInTheReadersLanguage() {
        Response whatIf = as("auditor").header("Accept-Language", "de").get("/decisions/" + decision + "/what-if");

        whatIf.then()
                .statusCode(200)
                .body("language", is("de"))
                .body("now.score", is(450))
                .body("ways[0].then.outcome", is("REFERRED"))
                .body(
                        "ways.text",
                        hasItem("Dies würde bewilligt, wenn dies noch 5-mal geschieht: rechtzeitig zurückgebracht."))
                .body("ways.changes.flatten().type", hasItems("LateReturn", "ReturnedOnTime"))
                .body("evaluations", lessThanOrEqualTo(500))
                .body("exhausted", is(true));
    }

    @Test
    void aHypothesisIsAnsweredAndLeavesNoTrace() {
        // given
        String five = String.join(",", Collections.nCopies(5, RETURNED));
        String log = as("auditor").get("/log/checkpoint").asString();
        String kept = as("auditor").get("/decisions/" + decision).asString();
        // when
        Response granted = suppose("{\"add\":[" + five + "]}");
        Response fewer = suppose(
                "{\"remove\":[{\"source\":\"urn:doors\",\"id\":\"" + citizen + "-3\"}],\"asOf\":\"2026-10-01\"}");
        // then
        granted.then()
                .statusCode(200)
                .body("before.outcome", is("REFUSED"))
                .body("after.outcome", is("GRANTED"))
                .body("after.score", is(500))
                .body("flips", is(true))
                .body("reasons.rule", hasItem("Bike hire without a deposit"));
        fewer.then()
                .statusCode(200)
                .body("after.standing", is("NOT_SCORED"))
                .body("after.outcome", is("REFERRED"))
                .body("asOf", startsWith("2026-10-01"));
        assertThat(log)
                .isNotBlank()
                .isEqualTo(as("auditor").get("/log/checkpoint").asString());
        assertThat(as("auditor").get("/decisions/" + decision).asString()).isEqualTo(kept);
        as("auditor").post("/decisions/" + decision + "/replay").then().body("result", is("IDENTICAL"));
        as("auditor")
                .get("/schemes/community/citizens/" + citizen + "/standing?asOf=2026-11-01")
                .then()
                .body("score", is(450));
    }

    @Test
    void aHypothesisIsReadAsStrictlyAsAStatement() {
        suppose("""
                {"add":[{"type":"LateReturn","data":{"daysLate":"nine","colour":"red"}},{"type":"Flight"}],
                 "remove":[{"source":"urn:doors","id":"none"}],"asOf":"soon","if":true}""")
                .then()
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems("wrong-type", "unknown-field", "unknown-type", "unknown-statement", "invalid-value"))
                .body(
                        "errors.field",
                        hasItems(
                                "add[0].data.daysLate",
                                "add[0].data.colour",
                                "add[1].type",
                                "remove[0].id",
                                "asOf",
                                "if"));
    }

    @Test
    void theDaysOnWhichItChangesAreToldToTheDay() {
        as("auditor")
                .get("/decisions/" + decision + "/when")
                .then()
                .statusCode(200)
                .body("until", is("2031-11-01"))
                .body("changes[0].on", is("2029-09-01"))
                .body("changes[0].after.outcome", is("REFERRED"))
                .body("changes[0].because.size()", greaterThan(3));
    }

    @Test
    void theLetterComesAsAPageOrAsTextInTheReadersLanguage() {
        String letter = "/decisions/" + decision + "/letter";

        as("auditor")
                .accept("text/html")
                .header("Accept-Language", "de-DE")
                .get(letter)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "de")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Ihr Antrag ist abgelehnt."));
        as("auditor")
                .accept("text/plain")
                .get(letter)
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .header("Content-Language", "en-GB")
                .body(containsString("Your request is refused."));
    }

    @Test
    void nobodyElseReadsOrAsks() {
        for (String page : List.of("/what-if", "/when", "/letter")) {
            as("service").get("/decisions/" + decision + page).then().statusCode(403);
            as("ada").get("/decisions/" + decision + page).then().statusCode(404);
        }
        as("ada")
                .contentType(JSON)
                .body("{}")
                .post("/decisions/" + decision + "/what-if")
                .then()
                .statusCode(404);
        as("service")
                .contentType(JSON)
                .body("{}")
                .post("/decisions/" + decision + "/what-if")
                .then()
                .statusCode(403);
    }
}
