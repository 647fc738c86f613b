package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.daylight.fixture.LogLines;
import org.daylight.fixture.RuleFolders;
import org.daylight.log.ByHand;
import org.daylight.store.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A service on a store in which somebody altered rows by hand. */
@QuarkusTest
@TestProfile(DamagedRecordsDoorsTest.StoreOfItsOwn.class)
class DamagedRecordsDoorsTest {
    public static class StoreOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Path rules = RuleFolders.community(RuleFolders.empty());
            return Map.of("daylight.replay.sample-interval", "PT0S", "daylight.rules.directory", rules.toString());
        }
    }

    private static final String UUID = "[0-9a-f-]{36}";
    private static final String CUT_OFF = " SET sealed = substr(sealed, 2)";

    private final Path data;
    private final Database database;

    @Inject
    DamagedRecordsDoorsTest(@ConfigProperty(name = "daylight.data") Path data, Database database) {
        this.data = data;
        this.database = database;
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    private static Response ask(String citizen) {
        return as("service")
                .contentType("application/json")
                .body(Map.of("scheme", "community", "service", "bike-hire", "citizen", citizen))
                .post("/decisions");
    }

    private static String decided(String citizen) {
        return ask(citizen).then().statusCode(201).extract().path("id");
    }

    private static void isDamaged(String kind, Supplier<Response> asking) {
        try (LogLines log = LogLines.open()) {
            Response answer = asking.get();

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(500);
            JsonPath problem = answer.jsonPath();
            assertThat(problem.getString("code")).isEqualTo("record-damaged");
            assertThat(problem.getString("detail")).contains("`" + kind + "`").contains("`verify store`");
            isAboutNobody(answer.asString());
            List<String> errors = log.from(Level.SEVERE);
            assertThat(errors).singleElement().asString().startsWith("ERROR a record is damaged: ");
            assertThat(errors.get(0)).endsWith(problem.getString("id"));
            isAboutNobody(errors.get(0));
        }
    }

    /** An id, being random, may spell a name. */
    private static void isAboutNobody(String told) {
        assertThat(told.replaceAll(UUID, ""))
                .doesNotContain("ada")
                .doesNotContain("ben")
                .doesNotContain("chi");
    }

    private void alter(String table, String change) {
        ByHand.alter("jdbc:sqlite:" + data.resolve("daylight.db"), table, change);
    }

    private long decisions() {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM decision")
                .mapTo(long.class)
                .one());
    }

    @Test
    void aDamagedDecisionIsNamedAsOne() {
        String id = decided("ada");
        alter("decision", "UPDATE decision" + CUT_OFF + " WHERE id = '" + id + "'");

        isDamaged("decision", () -> as("auditor").get("/decisions/" + id));
        isDamaged("decision", () -> as("auditor").get("/decisions/" + id + "/receipt"));
        isDamaged("decision", () -> as("auditor").get("/decisions/log?limit=10000"));
    }

    @Test
    void aDamagedStatementStopsStandingAndDecisionAndNothingIsKept() {
        alter("statement", "UPDATE statement" + CUT_OFF + " WHERE citizen = 'ben'");
        long before = decisions();

        isDamaged("statement", () -> as("auditor").get("/schemes/community/citizens/ben/standing"));
        isDamaged("statement", () -> ask("ben"));
        assertThat(decisions()).isEqualTo(before);
    }

    @Test
    void aDamagedLogIsNamedByReceiptAndTile() {
        String id = decided("chi");
        alter("log_entry", "DELETE FROM log_entry WHERE position = 1");

        isDamaged("log", () -> as("auditor").get("/decisions/" + id + "/receipt"));
        isDamaged("log", () -> given().get("/log/tile/0/000.p/3"));
        isDamaged("log", () -> given().get("/log/tile/entries/000.p/3"));
    }
}
