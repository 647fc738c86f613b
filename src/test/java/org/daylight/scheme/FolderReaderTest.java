package org.daylight.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daylight.problem.AuthorProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FolderReaderTest {
    private final Path around;
    private final Path folder;

    FolderReaderTest(@TempDir Path around) {
        this.around = around;
        this.folder = around.resolve("library");
    }

    @BeforeEach
    void aFolderWithAManifest() throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("scheme.yaml"), "title: Library");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> refused() {
        RefusedFolderException refused =
                catchThrowableOfType(RefusedFolderException.class, () -> SchemeFolder.read(folder));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(AuthorProblem::toString).toList();
    }

    @Test
    void hiddenFilesAndEditorsBackupsAreLeftOut() throws IOException {
        for (String unread : List.of(".git/config", "a.drl~", "#a.drl#", "~$Fee.xlsx", ".a.drl.swp")) {
            write(folder.resolve(unread), "x");
        }
        assertThat(SchemeFolder.read(folder).files()).containsOnlyKeys("scheme.yaml");
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedAndNotRead() throws IOException {
        // given
        write(around.resolve("outside-secret"), "hidden");
        write(around.resolve("elsewhere/more.drl"), "hidden");
        Files.createSymbolicLink(folder.resolve("Rate.csv"), Path.of("../outside-secret"));
        Files.createSymbolicLink(folder.resolve("cases"), around.resolve("elsewhere"));
        // when, then
        assertThat(refused())
                .containsExactly(
                        "Rate.csv:0:0 link-out this is a link out of the scheme's folder",
                        "cases:0:0 link-out this is a link out of the scheme's folder");
    }

    @Test
    void aLinkToNothingIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("Rate.csv"), Path.of("gone"));
        assertThat(refused()).containsExactly("Rate.csv:0:0 link-out this is a link to nothing");
    }

    @Test
    void aMountedConfigMapIsRead() throws IOException {
        // given: how Kubernetes lays one out, so that all files change at once
        write(folder.resolve("..2026_11_01/rules.drl"), "package library");
        write(folder.resolve("..2026_11_01/cases/a.yaml"), "title: A");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_01"));
        Files.createSymbolicLink(folder.resolve("rules.drl"), Path.of("..data/rules.drl"));
        Files.createSymbolicLink(folder.resolve("cases"), Path.of("..data/cases"));
        // when, then
        assertThat(SchemeFolder.read(folder).files()).containsOnlyKeys("scheme.yaml", "rules.drl", "cases/a.yaml");
    }

    @Test
    void theFolderItselfMayBeReachedByALink() throws IOException {
        Path link = Files.createSymbolicLink(around.resolve("current"), folder);
        assertThat(SchemeFolder.read(link).files()).containsOnlyKeys("scheme.yaml");
    }

    @Test
    void aLinkIntoItselfEnds() throws IOException {
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Files.createSymbolicLink(folder.resolve("and-again"), folder);
        assertThat(refused()).last().asString().contains("too-large");
    }

    @Test
    void aLargeFileIsRefusedUnread() throws IOException {
        // given: three gigabytes that take no room on the disk, and none in memory
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("Rate.csv").toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }
        // when, then
        assertThat(refused())
                .containsExactly("Rate.csv:0:0 too-large the file has 3000000000 bytes, more than the 4000000 allowed");
    }

    @Test
    void manyFilesThatAreLargeTogetherAreRefusedUnread() throws IOException {
        for (String name : List.of("a.drl", "b.drl", "c.drl")) {
            write(folder.resolve(name), "x".repeat(1_500_000));
        }
        assertThat(refused()).containsExactly(":0:0 too-large 4500014 bytes, more than the 4000000 allowed");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        for (int at = 0; at < SchemeFolder.MOST_FILES; at++) {
            write(folder.resolve("f" + at + ".drl"), "x");
        }
        assertThat(refused()).containsExactly(":0:0 too-large 501 files, more than the 500 allowed");
    }

    @Test
    void foldersInFoldersEnd() throws IOException {
        write(folder.resolve("a/b/c/d/e/f/g/h/i/x.drl"), "x");
        assertThat(refused())
                .containsExactly("a/b/c/d/e/f/g/h:0:0 too-large folders stand inside each other more than 8 deep");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsRefusedAndNotWaitedFor() throws IOException, InterruptedException {
        // given
        Process made = new ProcessBuilder("mkfifo", folder.resolve("Rate.csv").toString()).start();
        assertThat(made.waitFor()).isZero();
        // when, then
        assertThat(refused())
                .containsExactly(
                        "Rate.csv:0:0 unreadable-file this is neither a file nor a folder, but a pipe or a device");
    }
}
