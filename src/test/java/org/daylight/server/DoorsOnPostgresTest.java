package org.daylight.server;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.daylight.fixture.PostgresServer;

/** The same doors, with everything kept in PostgreSQL. */
@QuarkusTest
@TestProfile(DoorsOnPostgresTest.OnPostgres.class)
class DoorsOnPostgresTest extends DoorsTest {
    public static class OnPostgres implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("daylight.store.url", PostgresServer.migrated());
        }
    }
}
