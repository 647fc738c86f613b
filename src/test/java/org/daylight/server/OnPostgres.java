package org.daylight.server;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.daylight.fixture.PostgresServer;

/** Everything kept in a PostgreSQL database of its own; all who ask for it share one service. */
public class OnPostgres implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("daylight.store.url", PostgresServer.migrated());
    }
}
