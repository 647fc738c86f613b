package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.daylight.fixture.RuleFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ProductionTest.Production.class)
class ProductionTest {
    public static class Production implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "daylight.demo", "true",
                    "daylight.data", "target/test-data/${quarkus.uuid}",
                    "daylight.rules.directory", RuleFolders.empty().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "source", "service", "author", "auditor", "caseworker", "operator", "ada"})
    void aDemoUserIsNobody(String user) {
        assertThat(given().auth()
                        .preemptive()
                        .basic(user, user)
                        .get("/probe/open")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLockedDoorAsksToLogIn() {
        assertThat(given().get("/probe/auditor").statusCode()).isEqualTo(401);
    }

    @Test
    void anOpenDoorIsOpen() {
        assertThat(given().get("/probe/open").statusCode()).isEqualTo(200);
    }
}
