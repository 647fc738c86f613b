package org.daylight.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.daylight.fixture.PostgresServer;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services with a rules folder each, and one database. */
class SharedStoreTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String RULE =
            "rule \"Open\" when Request( service == \"lending\" ) then decision.grant(); end\n";

    private final String url = PostgresServer.migrated();
    private final Path here;
    private final Path there;
    private Town town;
    private Town two;

    SharedStoreTest(@TempDir Path here, @TempDir Path there) {
        this.here = here;
        this.there = there;
        save(here, RULE);
        save(there, RULE);
        town = Town.open(url, here);
        two = Town.open(url, there);
    }

    @BeforeEach
    void bothHaveTheSame() {
        assertThat(town.revision("library")).isEqualTo(two.revision("library"));
    }

    @AfterEach
    void close() {
        town.close();
        two.close();
    }

    private static void save(Path directory, String rules) {
        Town.write(directory, "library", SchemeText.library().rules(rules));
    }

    @Test
    void anEditOfOneFolderIsLiveEverywhere() {
        // given
        String before = town.revision("library");
        // when
        save(here, RULE + "// a remark\n");
        // then
        await().atMost(SOON).until(() -> !town.revision("library").equals(before));
        await().atMost(SOON).until(() -> two.revision("library").equals(town.revision("library")));
        assertThat(two.schemes.live("library").orElseThrow().liveAt())
                .isEqualTo(town.schemes.live("library").orElseThrow().liveAt());
        assertThat(published()).hasSize(2);
    }

    @Test
    void theSameEditOfBothFoldersGoesLiveOnce() {
        // given
        String before = town.revision("library");
        // when
        save(here, RULE + "// a remark\n");
        save(there, RULE + "// a remark\n");
        // then
        await().atMost(SOON)
                .until(() -> !town.revision("library").equals(before)
                        && two.revision("library").equals(town.revision("library")));
        assertThat(published()).hasSize(2);
    }

    @Test
    void theLastOfDifferentEditsIsLiveEverywhereAndStays() {
        // given
        String before = town.revision("library");
        save(here, RULE + "// here\n");
        await().atMost(SOON).until(() -> !two.revision("library").equals(before));
        String first = two.revision("library");
        // when
        save(there, RULE + "// there\n");
        // then
        await().atMost(SOON)
                .until(() -> !town.revision("library").equals(first)
                        && town.revision("library").equals(two.revision("library")));
        String last = town.revision("library");
        await().during(Duration.ofMillis(300))
                .atMost(SOON)
                .until(() -> town.revision("library").equals(last)
                        && two.revision("library").equals(last));
        assertThat(published()).hasSize(3).last().isEqualTo(last);
    }

    @Test
    void aRestartWithAnUnchangedFolderThatIsLiveChangesNothing() {
        // when
        two.close();
        two = Town.open(url, there);
        // then
        assertThat(published()).hasSize(1);
    }

    private List<String> published() {
        return town.database.reading().withHandle(handle -> handle.createQuery(
                        "SELECT hash FROM publication ORDER BY position")
                .mapTo(String.class)
                .list());
    }
}
