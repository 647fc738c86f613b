package org.daylight.load;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.daylight.fixture.PostgresOnDisk;

/** The same with everything kept in PostgreSQL, still beside a bare file. */
@QuarkusTest
@TestProfile(GroupCommitOnPostgresBenchmark.OnPostgres.class)
class GroupCommitOnPostgresBenchmark extends GroupCommitBenchmark {
    public static class OnPostgres implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                // It ends with this JVM.
                PostgresOnDisk server = PostgresOnDisk.start(
                        Path.of("target", "benchmark", UUID.randomUUID().toString()));
                return Map.of("daylight.store.url", server.url());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
