package org.daylight.load;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.daylight.fixture.PostgresOnDisk;
import org.jspecify.annotations.Nullable;

/** Measures the same with everything kept in PostgreSQL, still beside a bare file. */
@QuarkusTest
@TestProfile(GroupCommitOnPostgresBenchmark.OnPostgres.class)
class GroupCommitOnPostgresBenchmark extends GroupCommitBenchmark {
    public static class OnPostgres implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Server.class));
        }
    }

    /** Stopped when the service has stopped, and not with this JVM, which may not wait until its files are removed. */
    public static class Server implements QuarkusTestResourceLifecycleManager {
        private @Nullable PostgresOnDisk server;

        @Override
        public Map<String, String> start() {
            try {
                server = PostgresOnDisk.start(Path.of("target", "benchmark"));
                return Map.of("daylight.store.url", server.url());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void stop() {
            try {
                if (server != null) {
                    server.close();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
