package org.daylight.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.problem.AuthorProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class LiveEditingTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String RULE =
            "rule \"Open\" when Request( service == \"lending\" ) then decision.grant(); end\n";

    private final Stores store;
    private final Path directory;

    LiveEditingTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
    }

    private static SchemeText library(String rules) {
        return SchemeText.library().rules(rules);
    }

    private static List<AuthorProblem> problems(Town town) {
        return town.schemes.problems().getOrDefault("library", List.of());
    }

    private void save(String rules) {
        Town.write(directory, "library", library(rules));
    }

    @Test
    void aSavedFileGoesLiveAndTheOldRevisionStaysKnown() {
        // given
        save(RULE);
        try (Town town = Town.open(store, directory)) {
            String before = town.revision("library");
            // when
            save(RULE + RULE.replace("Open", "Open too"));
            // then
            await().atMost(SOON).until(() -> !town.revision("library").equals(before));
            assertThat(town.schemes.revision(before).orElseThrow().rules()).hasSize(1);
            assertThat(town.schemes.live("library").orElseThrow().rules().rules())
                    .hasSize(2);
        }
    }

    @Test
    void aBrokenEditLeavesTheOldRevisionLiveAndSaysWhatIsWrong() {
        // given
        save(RULE);
        try (Town town = Town.open(store, directory)) {
            String before = town.revision("library");
            // when
            save(RULE + "rule \"Broken\" when Request( servise == \"x\" ) then decision.grant(); end");
            // then
            await().atMost(SOON).until(() -> town.schemes.problems().containsKey("library"));
            assertThat(town.revision("library")).isEqualTo(before);
            AuthorProblem problem = problems(town).get(0);
            assertThat(problem.file()).isEqualTo("rules.drl");
            assertThat(problem.line()).isEqualTo(3);
            // when it is mended
            save(RULE);
            // then
            await().atMost(SOON).until(() -> town.schemes.problems().isEmpty());
            assertThat(town.revision("library")).isEqualTo(before);
        }
    }

    @Test
    void afterARestartWithABrokenFolderTheLastGoodRevisionIsLive() {
        // given
        save(RULE);
        String good;
        try (Town town = Town.open(store, directory)) {
            good = town.revision("library");
        }
        save("rule \"Broken\" when then");
        // when
        try (Town town = Town.open(store, directory)) {
            // then
            assertThat(town.revision("library")).isEqualTo(good);
            assertThat(town.schemes.problems()).containsKey("library");
        }
    }

    @Test
    void aSchemeThatWasNeverGoodIsNotLive() {
        // given
        save("rule \"Broken\" when then");
        // when
        try (Town town = Town.open(store, directory)) {
            // then
            assertThat(town.schemes.ids()).isEmpty();
            assertThat(problems(town)).isNotEmpty();
        }
    }

    @Test
    void aRevisionThatComesBackIsPublishedAgainAndKeptOnce() {
        // given
        save(RULE);
        try (Town town = Town.open(store, directory)) {
            String first = town.revision("library");
            save(RULE + "// a remark\n");
            await().atMost(SOON).until(() -> !town.revision("library").equals(first));
            // when
            save(RULE);
            // then
            await().atMost(SOON).until(() -> town.revision("library").equals(first));
            long kept = town.database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM revision")
                    .mapTo(Long.class)
                    .one());
            long published = town.database.reading().withHandle(handle -> handle.createQuery(
                            "SELECT count(*) FROM publication")
                    .mapTo(Long.class)
                    .one());
            assertThat(kept).isEqualTo(2);
            assertThat(published).isEqualTo(3);
        }
    }
}
