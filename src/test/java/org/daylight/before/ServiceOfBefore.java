package org.daylight.before;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service on an empty database and an empty rules folder, with nobody in it and nothing that runs by chance: its schemes go live
 * when a script says so.
 */
public class ServiceOfBefore implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Path directory = directory();
        return Map.of(
                "daylight.data", directory.resolve("data").toString(),
                "daylight.rules.directory", directory.resolve("rules").toString(),
                "daylight.rules.poll-interval", "PT0.05S",
                "daylight.replay.sample-interval", "PT0S",
                "daylight.demo", "false");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(StoppedClock.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KnownRandomness.class));
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "before");
            Files.createDirectory(directory.resolve("rules"));
            return directory;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
