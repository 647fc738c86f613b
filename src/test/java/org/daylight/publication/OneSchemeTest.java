package org.daylight.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.problem.AuthorProblem;
import org.daylight.rulebase.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One scheme never touches another: the folder of one is made as bad as can be, and the others go on. */
class OneSchemeTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String RULE =
            "rule \"Open\" when Request( service == \"lending\" ) then decision.grant(); end\n";

    private final Path directory;

    OneSchemeTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        // Read before and after the bad one, which is named between them.
        save("aaa", RULE);
        save("zzz", RULE);
        Files.createDirectories(folder());
    }

    private void save(String id, String rules) {
        Town.write(directory, id, SchemeText.library().with("rules.drl", "package " + id + "\n" + rules));
    }

    private Path folder() {
        return directory.resolve("rules/library");
    }

    private Town open() {
        return Town.open(Stores.SQLITE.url(directory), directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<String> problems(Town town) {
        return town.schemes.problems().getOrDefault("library", List.of()).stream()
                .map(AuthorProblem::toString)
                .toList();
    }

    /** The other schemes answer, and an edit of the last one is still taken up. */
    private void othersGoOn(Town town) {
        assertThat(town.schemes.ids()).contains("aaa", "zzz");
        String before = town.revision("zzz");
        save("zzz", RULE + "// a remark\n");
        await().atMost(SOON).until(() -> !town.revision("zzz").equals(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x 1\nb: *x",
                "x: \"\u0007\"",
                "x: \0",
                "title: \"\\x00\"",
                "\u2028: x",
                "- a",
                "",
            })
    void aManifestThatCannotBeReadIsItsOwnProblem(String manifest) throws IOException {
        // given
        Files.writeString(folder().resolve("scheme.yaml"), manifest);
        // when, then
        try (Town town = open()) {
            assertThat(problems(town)).anyMatch(problem -> problem.startsWith("scheme.yaml:"));
            othersGoOn(town);
        }
    }

    @Test
    void deepNestingIsItsOwnProblem() throws IOException {
        Files.writeString(folder().resolve("scheme.yaml"), "a: " + "[".repeat(100_000));
        try (Town town = open()) {
            assertThat(problems(town)).anyMatch(problem -> problem.contains("too-large"));
            othersGoOn(town);
        }
    }

    @Test
    void aPathOfObjectsIsItsOwnProblem() {
        save("library", "rule \"Path\" when $p : LateReturn() /returns[ n > 1 ] then decision.grant(); end\n");
        try (Town town = open()) {
            assertThat(problems(town)).isNotEmpty();
            othersGoOn(town);
        }
    }

    @Test
    void aFolderFullOfWhatMustNotBeReadIsItsOwnProblem() throws IOException {
        // given
        save("library", RULE);
        Files.createSymbolicLink(folder().resolve("Rate.csv"), Path.of("/etc/hostname"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder().resolve("Fee.csv").toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }
        // when, then
        try (Town town = open()) {
            assertThat(problems(town)).hasSize(2).allMatch(problem -> problem.contains(".csv:0:0"));
            assertThat(town.schemes.troubled()).hasEntrySatisfying("library", trouble -> {
                assertThat(trouble.since()).isEqualTo(NOW);
                assertThat(trouble.errors()).isEqualTo(2);
            });
            othersGoOn(town);
            // when it is mended
            Files.delete(folder().resolve("Rate.csv"));
            Files.delete(folder().resolve("Fee.csv"));
            // then
            await().atMost(SOON).until(() -> town.schemes.ids().contains("library"));
            assertThat(town.schemes.troubled()).isEmpty();
        }
    }

    @Test
    void whatWasLiveStaysLiveWhileTheFolderIsRefusedAlsoAfterARestart() throws IOException {
        // given
        save("library", RULE);
        try (Town town = open()) {
            String live = town.revision("library");
            // when
            Path link = Files.createSymbolicLink(folder().resolve("Rate.csv"), Path.of("/etc/hostname"));
            await().atMost(SOON).until(() -> town.schemes.troubled().containsKey("library"));
            // then
            assertThat(town.revision("library")).isEqualTo(live);
            // when
            Files.delete(link);
            // then
            await().atMost(SOON).until(() -> town.schemes.troubled().isEmpty());
            Files.createSymbolicLink(folder().resolve("Rate.csv"), Path.of("/etc/hostname"));
        }
        try (Town town = open()) {
            assertThat(town.schemes.ids()).contains("library");
            assertThat(problems(town)).isNotEmpty();
        }
    }

    @Test
    void aFolderThatIsALinkOutOfTheFolderOfSchemesIsRefused(@TempDir Path elsewhere) throws IOException {
        // given
        Files.delete(folder());
        Files.writeString(elsewhere.resolve("secret"), "x");
        Files.createSymbolicLink(folder(), elsewhere);
        // when, then
        try (Town town = open()) {
            assertThat(problems(town))
                    .containsExactly(":0:0 link-out this folder is a link out of the folder of schemes");
            othersGoOn(town);
        }
    }

    @Test
    void whateverIsThrownEndsAsThatSchemesProblemAndTheWatcherLives() {
        // given: three kinds of end that no compiler should come to
        save("library", RULE);
        try (Town town = Town.open(directory.resolve("elsewhere"))) {
            for (Supplier<Error> thrown : List.<Supplier<Error>>of(
                    StackOverflowError::new, OutOfMemoryError::new, ExceptionInInitializerError::new)) {
                AtomicReference<String> failing = new AtomicReference<>("library");
                LiveSchemes schemes = new LiveSchemes(
                        town.records,
                        (id, folder) -> {
                            if (id.equals(failing.get())) {
                                throw thrown.get();
                            }
                            return RuleCompiler.compile(id, folder);
                        },
                        Clock.fixed(NOW, ZoneOffset.UTC));
                // when
                try (RulesFolderWatcher watcher =
                        new RulesFolderWatcher(directory.resolve("rules"), schemes, away -> {})) {
                    watcher.start(Duration.ofMillis(20));
                    // then
                    assertThat(schemes.ids()).contains("aaa", "zzz");
                    assertThat(schemes.problems().get("library"))
                            .singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.code()).hasToString("internal-fault");
                                assertThat(problem.file()).isEqualTo("scheme.yaml");
                            });
                    // when the next edit does not bring it about
                    failing.set("");
                    save("library", RULE + "// " + thrown + "\n");
                    // then
                    await().atMost(SOON).until(() -> schemes.troubled().isEmpty());
                }
            }
        }
    }
}
