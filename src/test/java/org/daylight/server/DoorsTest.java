package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job through the doors: enrol, state, ask, read, trace, replay. */
@QuarkusTest
class DoorsTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private String citizen = "";

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    @BeforeEach
    void enrolSomebodyNew() {
        citizen = "citizen-" + UUID.randomUUID();
        String notice = given().get("/schemes/community").then().extract().path("notice.version");
        as("registrar")
                .contentType("application/json")
                .body(Map.of("citizen", citizen, "notice", notice, "lawfulBasis", "CONSENT"))
                .post("/schemes/community/enrolments")
                .then()
                .statusCode(201)
                .body("revision", notNullValue());
    }

    private String late(String id, Object daysLate) {
        String days = daysLate instanceof String text ? "\"" + text + "\"" : String.valueOf(daysLate);
        return """
                {"specversion":"1.0","type":"community.LateReturn","source":"urn:doors","id":"%s-%s","subject":"%s",\
                "time":"2026-09-01T10:00:00Z","data":{"daysLate":%s}}""".formatted(citizen, id, citizen, days);
    }

    private static Response state(String contentType, String body) {
        return as("source").contentType(contentType).body(body).post("/events");
    }

    private Response ask(String service) {
        return as("service")
                .contentType("application/json")
                .body(Map.of("scheme", "community", "service", service, "citizen", citizen, "asOf", "2026-11-01"))
                .post("/decisions");
    }

    private void stateThreeLateReturns() {
        state(BATCH, "[" + late("1", 9) + "," + late("2", 12) + "," + late("3", 40) + "]")
                .then()
                .statusCode(200)
                .body("statements", hasSize(3))
                .body("statements.revision", everyItem(notNullValue()));
    }

    @Test
    void statementsLeadToADecisionWithItsRulesItsTraceAndAnIdenticalReplay() {
        // given
        stateThreeLateReturns();
        // when
        Response answer = ask("bike-hire");
        // then
        String id = answer.then()
                .statusCode(201)
                .header("Location", containsString("/decisions/"))
                .body("outcome", is("REFUSED"))
                .body("reasons.rule", hasItem("Bike hire without a deposit needs 500"))
                .body("revision", notNullValue())
                .body("standing", nullValue())
                .body("terms", nullValue())
                .extract()
                .path("id");
        as("auditor")
                .get("/decisions/" + id + "/trace")
                .then()
                .statusCode(200)
                .body("firings.rule", hasItem("Returned more than a week late"))
                .body("firings.file", hasItem("score.drl"))
                .body("firings.revision", everyItem(equalTo(answer.path("revision"))))
                .body("firings.matched.flatten().id", hasItem("urn:doors#" + citizen + "-1"));
        as("auditor")
                .post("/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("result", is("IDENTICAL"));
        as("service").get("/decisions/" + id).then().statusCode(200).body("adjustments", nullValue());
        as("auditor").get("/decisions/" + id).then().statusCode(200).body("adjustments", not(hasSize(0)));
        as("ada").get("/decisions/" + id).then().statusCode(404).body("code", is("unknown-decision"));
        as("service").get("/decisions/" + id + "/trace").then().statusCode(403);
    }

    @Test
    void aDecisionIsExplainedToWhoeverMayReadAllOfIt() {
        // given
        stateThreeLateReturns();
        String id = ask("bike-hire").then().statusCode(201).extract().path("id");
        // when
        Response whyNot = as("auditor").get("/decisions/" + id + "/why-not");
        Response reasons = as("caseworker").get("/decisions/" + id + "/reasons");
        // then
        whyNot.then()
                .statusCode(200)
                .body("outcome", is("REFUSED"))
                .body("rules[0].rule", is("Bike hire without a deposit"))
                .body("rules[0].held", is(1))
                .body("rules[0].of", is(2))
                .body("rules[0].miss.condition", is("$score : score >= 500"))
                .body("rules[0].miss.found", is(450))
                .body("rules[0].miss.needed", is(">= 500"))
                .body("rules[0].miss.says", is("Standing: score >= 500, found 450"))
                .body("rules.rule", not(hasItem("Power tool loan")))
                .body("notCounted", hasSize(0));
        reasons.then()
                .statusCode(200)
                .body("reasons.principal[0].points", is(-30))
                .body("reasons.principal[0].data[0].id", is("urn:doors#" + citizen + "-3"))
                .body("reasons.principal[0].without.unscored", is(true))
                .body("reasons.thresholds[0].distance", is(50));
        for (String page : List.of("/why-not", "/reasons")) {
            as("service").get("/decisions/" + id + page).then().statusCode(403);
            as("ada").get("/decisions/" + id + page).then().statusCode(404).body("code", is("unknown-decision"));
            as("auditor").get("/decisions/none" + page).then().statusCode(404).body("code", is("unknown-decision"));
        }
    }

    @Test
    void anErasedCitizensDecisionsAreGoneForEverybodyAndSayThatTheyWere() {
        // given
        stateThreeLateReturns();
        String id = ask("bike-hire").then().statusCode(201).extract().path("id");
        as("auditor").delete("/citizens/" + citizen).then().statusCode(403);
        // when
        as("operator")
                .delete("/citizens/" + citizen)
                .then()
                .statusCode(200)
                .body("citizen", is(citizen))
                .body("recordedAt", notNullValue());
        // then
        as("auditor").get("/decisions/" + id).then().statusCode(410).body("code", is("erased"));
        as("service").get("/decisions/" + id).then().statusCode(410).body("code", is("erased"));
        as("auditor").get("/decisions/" + id + "/trace").then().statusCode(410).body("code", is("erased"));
        as("ada").get("/decisions/" + id).then().statusCode(404).body("code", is("unknown-decision"));
        as("ada").post("/decisions/" + id + "/replay").then().statusCode(404);
        as("auditor")
                .post("/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("result", is("NOT_POSSIBLE"))
                .body("why", is("erased"));
        state(STRUCTURED, late("1", 9)).then().statusCode(410).body("code", is("erased"));
        state(STRUCTURED, late("4", 9)).then().statusCode(422).body("code", is("citizen-not-enrolled"));
        as("operator").delete("/citizens/nobody-ever").then().statusCode(404).body("code", is("unknown-citizen"));
    }

    @Test
    void decisionsAreExportedOneALineToThoseWhoMayHaveThemAll() {
        // given
        stateThreeLateReturns();
        String id = as("service")
                .contentType("application/json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body(Map.of("scheme", "community", "service", "bike-hire", "citizen", citizen, "asOf", "2026-11-01"))
                .post("/decisions")
                .path("id");
        // when
        List<String> lines = as("auditor")
                .get("/decisions/log?limit=10000&mask=/input/attributes")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
        // then
        assertThat(lines).filteredOn(line -> line.contains(id)).singleElement().satisfies(line -> assertThat(line)
                .contains("\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"", "\"erased\":[\"/input/attributes\"]"));
        as("service").get("/decisions/log").then().statusCode(403);
        as("auditor").get("/decisions/log?after=x").then().statusCode(422).body("field", is("after"));
        as("auditor").get("/decisions/log?limit=0").then().statusCode(422).body("field", is("limit"));
        as("auditor").get("/decisions/log?mask=x").then().statusCode(422).body("field", is("mask"));
        given().get("/decisions/log/schema").then().statusCode(200).body("title", is("A recorded decision"));
    }

    @Test
    void bothClocksMayBeSet() {
        // given
        stateThreeLateReturns();
        String before = ask("bike-hire").path("decidedAt");
        state(STRUCTURED, late("4", 9)).then().statusCode(200);
        String path = "/schemes/community/citizens/" + citizen + "/standing?asOf=2026-11-01";
        // when, then
        as("auditor").get(path).then().statusCode(200).body("adjustments", hasSize(5));
        as("auditor")
                .get(path + "&knownAt=" + before)
                .then()
                .statusCode(200)
                .body("adjustments", hasSize(4))
                .body("knownAt", is(before));
        as("auditor").get(path + "&knownAt=2999-01-01").then().statusCode(422).body("code", is("not-known-yet"));
    }

    @Test
    void conductChangesNothingAboutAnEssentialService() {
        // given
        String before = ask("public-transport").then().statusCode(201).extract().path("outcome");
        stateThreeLateReturns();
        // when
        Response after = ask("public-transport");
        // then
        after.then().statusCode(201).body("outcome", is(before));
        as("auditor")
                .get("/decisions/" + after.path("id"))
                .then()
                .body("standing.state", is("NOT_SCORED"))
                .body("setAside.why", everyItem(is("CONDUCT_IN_ESSENTIAL_SERVICE")))
                .body("setAside", hasSize(3));
    }

    @Test
    void theSameStatementTwiceIsAnsweredAlike() {
        // given
        String first =
                state(STRUCTURED, late("1", 9)).then().statusCode(200).extract().asString();
        // when, then
        state(STRUCTURED, late("1", 9)).then().statusCode(200).body(equalTo(first));
        state(STRUCTURED, late("1", 10)).then().statusCode(409).body("code", is("statement-id-reused"));
    }

    @Test
    void aBatchWithOneMistakeIsNotStoredAtAll() {
        // when
        state(BATCH, "[" + late("1", 9) + "," + late("2", "nine") + "]")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("wrong-type"))
                .body("field", is("[1].data.daysLate"))
                .body("found", notNullValue())
                .body("expected", containsString("whole number"));
        // then
        as("auditor")
                .get("/schemes/community/citizens/" + citizen + "/standing")
                .then()
                .statusCode(200)
                .body("state", is("NOT_SCORED"))
                .body("adjustments", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    community.LateReturn    | nowhere.LateReturn    | unknown-scheme
                    community.LateReturn    | community.LateRetur   | unknown-type
                    "daysLate"              | "dayLate"             | missing-field
                    "daysLate":9            | "daysLate":9.5        | wrong-type
                    "daysLate":9            | "daysLate":null       | missing-field
                    "specversion":"1.0"     | "specversion":"0.3"   | invalid-value
                    "source":"urn:doors"    | "source":7            | wrong-type
                    "time":"2026-09-01T10:00:00Z" | "time":"soon"   | invalid-value
                    "subject":"citizen      | "subject":"nobody     | citizen-not-enrolled
                    """)
    void aStatementThatDoesNotFitIsRefusedByCode(String right, String wrong, String code) {
        state(STRUCTURED, late("1", 9).replace(right, wrong))
                .then()
                .statusCode(422)
                .body("errors.code", hasItem(code));
    }

    @Test
    void whatIsNoStatementAtAllIsRefusedBeforeItIsRead() {
        state(STRUCTURED, "{\"specversion\": ").then().statusCode(400).body("code", is("malformed-json"));
        state("application/json", late("1", 9)).then().statusCode(415).body("code", is("unsupported-media-type"));
    }

    @Test
    void everyMistakeInAQuestionIsSaidAtOnce() {
        as("service")
                .contentType("application/json")
                .body("{\"scheme\":\"community\",\"service\":\"bike\",\"citizen\":5,\"when\":1}")
                .post("/decisions")
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("service", "citizen", "when"));
    }

    @Test
    void aCitizenReadsOnlyTheOwnStandingWithTheDayEachLineLapses() {
        as("ben")
                .get("/schemes/community/citizens/ben/standing?asOf=2026-11-01")
                .then()
                .statusCode(200)
                .body("state", is("SCORED"))
                .body("band", notNullValue())
                .body("adjustments.lapsesOn", everyItem(notNullValue()));
        as("ada").get("/schemes/community/citizens/ben/standing").then().statusCode(403);
        given().get("/schemes/community/citizens/ben/standing").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /decisions, source",
        "POST, /decisions, ada",
        "POST, /events, service",
        "POST, /events, auditor",
        "POST, /schemes/community/enrolments, source",
        "DELETE, /schemes/community/enrolments/ben, ben",
        "GET, /schemes/community/citizens/ben/standing, service",
        "GET, /schemes/community/citizens/ben/standing, source"
    })
    void aDoorIsShutToOtherRoles(String method, String path, String user) {
        as(user).contentType("application/json")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
    }

    @Test
    void afterAWithdrawalNothingIsTakenAndNothingScored() {
        // given
        stateThreeLateReturns();
        as("registrar")
                .delete("/schemes/community/enrolments/" + citizen)
                .then()
                .statusCode(204);
        // when, then
        state(STRUCTURED, late("4", 9)).then().statusCode(422).body("code", is("citizen-not-enrolled"));
        ask("bike-hire").then().statusCode(201).body("outcome", is("REFERRED"));
    }

    @Test
    void theRegisterIsOpenToAll() {
        given().get("/schemes").then().statusCode(200).body("id", hasItems("community", "driving"));
        given().get("/schemes/community")
                .then()
                .statusCode(200)
                .body("revision", notNullValue())
                .body("types.name", hasItem("LateReturn"))
                .body("rules.name", hasItem("Returned more than a week late"))
                .body("problems", hasSize(0));
        given().get("/schemes/nowhere").then().statusCode(404).body("code", is("unknown-scheme"));
    }

    @Test
    void healthMetricsAndTheApiAreOn() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/decisions"));
    }
}
