package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs where {@code rules/} and {@code src/} lie, as the tests do. */
class SchemeFoldersTest {
    @Test
    void anIdMeansTheSchemeUnderRules() {
        assertThat(SchemeFolders.find("community")).isEqualTo(Path.of("rules/community"));
        assertThat(SchemeFolders.of(List.of("community", "rules/community")))
                .containsExactly(Path.of("rules/community"));
    }

    @Test
    void aPathMeansTheFolderThatItSays() {
        assertThat(SchemeFolders.find("./rules/community")).isEqualTo(Path.of("./rules/community"));
        assertThat(SchemeFolders.find("src")).isEqualTo(Path.of("src"));
    }

    @Test
    void anIdGoesBeforeAFolderOfThatNameHere(@TempDir Path here) throws IOException {
        // given
        Path besides = Files.createDirectories(here.resolve("library"));
        // when, then
        assertThat(SchemeFolders.find("library", here)).isEqualTo(besides);
        Path scheme = Files.createDirectories(here.resolve("rules/library"));
        assertThat(SchemeFolders.find("library", here)).isEqualTo(scheme);
        assertThat(SchemeFolders.find("./library", here)).isEqualTo(here.resolve("./library"));
    }

    @Test
    void whatCannotBeAFolderIsToldAsSuch() {
        assertThatThrownBy(() -> SchemeFolders.find("a\0b")).isInstanceOf(UsageException.class);
    }
}
