package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.daylight.log.Log;
import org.daylight.log.note.VerifierKey;
import org.daylight.log.verify.LogServer;
import org.daylight.log.verify.LogVerification;
import org.daylight.log.verify.Receipt;
import org.daylight.outside.OutsideVerifier;
import org.daylight.store.GroupWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log as tools outside read it, without a login. */
@QuarkusTest
class LogDoorsTest {
    private static final int FOREVER_SECONDS = 31_536_000;

    private final Log log;
    private final GroupWriter writer;

    @Inject
    LogDoorsTest(Log log, GroupWriter writer) {
        this.log = log;
        this.writer = writer;
    }

    @BeforeEach
    void moreThanAFullTile() {
        if (size() < 300) {
            writer.write((handle, at) -> IntStream.range(0, 300)
                    .mapToLong(i -> log.append(handle, new byte[32]))
                    .sum());
        }
    }

    private static int size() {
        return given().get("/log/key").then().statusCode(200).extract().path("size");
    }

    private static String verifierKey() {
        return given().get("/log/key").then().statusCode(200).extract().path("key");
    }

    private static byte[] file(String path) {
        return given().get("/log/" + path).then().statusCode(200).extract().asByteArray();
    }

    @Test
    void aToolWrittenFromThePublicTextsVerifiesTheLog() {
        assertThat(OutsideVerifier.verifyLog(LogDoorsTest::file, verifierKey())).isGreaterThanOrEqualTo(300);
    }

    @Test
    void ourOwnVerificationFindsTheServedLogAsSigned() {
        LogVerification verification = LogVerification.of(
                new LogServer("http://localhost:" + RestAssured.port + "/log"),
                VerifierKey.parse(verifierKey()),
                Optional.of(file("checkpoint")),
                leaves -> {});

        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void aCheckpointIsTextThatIsCachedForSeconds() {
        given().get("/log/checkpoint")
                .then()
                .statusCode(200)
                .contentType("text/plain; charset=utf-8")
                .header("Cache-Control", is("public, max-age=1"))
                .body(startsWith("localhost/daylight\n"));
    }

    @Test
    void tilesAreBytesThatAreCachedForEver() {
        for (String path : new String[] {"tile/0/000", "tile/0/000.p/7", "tile/1/000.p/1"}) {
            given().get("/log/" + path)
                    .then()
                    .statusCode(200)
                    .contentType("application/octet-stream")
                    .header("Cache-Control", containsString("max-age=" + FOREVER_SECONDS))
                    .header("Cache-Control", containsString("immutable"));
        }
        assertThat(file("tile/0/000")).hasSize(8192).startsWith(file("tile/0/000.p/7"));
        assertThat(file("tile/entries/000")).hasSize(256 * 34).startsWith(file("tile/entries/000.p/7"));
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/0, 400, malformed-tile",
        "tile/0/000.p/256, 400, malformed-tile",
        "tile/64/000, 400, malformed-tile",
        "tile/00/000, 400, malformed-tile",
        "tile/data/000, 400, malformed-tile",
        "tile/0/x001, 400, malformed-tile",
        "tile/0/999, 404, unknown-tile",
        "tile/1/000, 404, unknown-tile",
        "tile/2/000.p/1, 404, unknown-tile",
        "tile/63/000.p/1, 404, unknown-tile",
        "tile/entries/x999/999, 404, unknown-tile",
        "origins/7/checkpoint, 404, unknown-log",
        "origins/7/tile/0/000, 404, unknown-log"
    })
    void whatIsNotThereIsAProblemThatSaysSo(String path, int status, String code) {
        given().get("/log/" + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code));
    }

    @Test
    void aDecisionIsProvedRightAfterItsAnswer() {
        String id = given().auth()
                .preemptive()
                .basic("service", "service")
                .contentType("application/json")
                .body(Map.of("scheme", "community", "service", "public-transport", "citizen", "ben"))
                .post("/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Response receipt = as("auditor").get("/decisions/" + id + "/receipt");

        receipt.then().statusCode(200).contentType("application/json");
        String record = receipt.path("record");
        assertThat(record).startsWith("{\"record\":\"decision\"").contains(id);
        assertThat(OutsideVerifier.verifyProof(
                        receipt.path("proof"), record.getBytes(StandardCharsets.UTF_8), verifierKey()))
                .isPositive();
        assertThat(Receipt.parse(receipt.asByteArray())
                        .verify(VerifierKey.parse(verifierKey()))
                        .origin())
                .isEqualTo("localhost/daylight");
        as("ben").get("/decisions/" + id + "/receipt").then().statusCode(200);
        as("ada").get("/decisions/" + id + "/receipt").then().statusCode(404).body("code", is("unknown-decision"));
        as("service").get("/decisions/" + id + "/receipt").then().statusCode(403);
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    @Test
    void everyLogOfTheDatabaseIsListedAndServed() {
        String path = given().get("/log/origins")
                .then()
                .statusCode(200)
                .body("[0].origin", is("localhost/daylight"))
                .body("[0].key", startsWith("localhost/daylight+"))
                .extract()
                .path("[0].path");

        assertThat(OutsideVerifier.verifyLog(
                        file -> file(path.substring("/log/".length()) + "/" + file), verifierKey()))
                .isGreaterThanOrEqualTo(300);
        given().get("/q/metrics").then().body(containsString("daylight_log_size{origin=\"localhost/daylight\"}"));
        given().get("/q/openapi").then().body(containsString("/log/checkpoint"));
        given().get(path + "/checkpoint").then().statusCode(200).body(endsWith("\n"));
    }
}
