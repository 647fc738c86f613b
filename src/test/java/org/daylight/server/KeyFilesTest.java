package org.daylight.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.daylight.fixture.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
    private final Path data;
    private final LogLines log = LogLines.open();

    KeyFilesTest(@TempDir Path data) {
        this.data = data;
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void write(String name, String permissions) throws IOException {
        Path file = Files.writeString(data.resolve(name), "a key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private List<String> warnings() {
        DaylightConfig config = new SmallRyeConfigBuilder()
                .withMapping(DaylightConfig.class)
                .withDefaultValue("daylight.data", data.toString())
                .build()
                .getConfigMapping(DaylightConfig.class);
        new KeyFiles(config).warn(new StartupEvent());
        return log.from(Level.WARNING);
    }

    @Test
    void keysThatOthersMayReadAreWarnedOfInOneLineEach() throws IOException {
        write("master.key", "rw-r-----");
        write("log.key", "rw----r--");

        assertThat(warnings())
                .containsExactly(
                        "WARN the master key in `" + data.resolve("master.key")
                                + "` can be read by others than its owner: take that from them (`chmod 600`)",
                        "WARN the log's key in `" + data.resolve("log.key")
                                + "` can be read by others than its owner: take that from them (`chmod 600`)");
    }

    @Test
    void keysForTheirOwnersEyesOnlyAreNot() throws IOException {
        write("master.key", "rw-------");
        write("log.key", "r--------");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void keysThatAreNotInFilesAreNot() {
        assertThat(warnings()).isEmpty();
    }

    @Test
    void nothingIsSaidWhereTheFileSystemHasNoPermissions() throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(data.resolve("keys.zip"), Map.of("create", "true"))) {
            Path key = Files.writeString(archive.getPath("/master.key"), "a key");

            KeyFiles.warnOf("master", key);
        }

        assertThat(log.from(Level.WARNING)).isEmpty();
    }
}
