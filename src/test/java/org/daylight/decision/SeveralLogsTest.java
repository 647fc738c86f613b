package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.daylight.fixture.Stores;
import org.daylight.log.StoredLog;
import org.daylight.log.verify.StoreVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a database write a log each. */
class SeveralLogsTest {
    @Test
    void eachProcessProvesWhatAnyOfThemLogged(@TempDir Path path, @TempDir Path two) {
        String url = Stores.POSTGRES.url(path);
        try (LoggedTown first = new LoggedTown(url, path);
                LoggedTown second = new LoggedTown(url, two)) {
            first.town.enrol("library", "ada");
            String byFirst = first.ask("ada");
            String bySecond = second.ask("ada");

            assertThat(first.key()).isNotEqualTo(second.key());
            assertThat(second.parsed(byFirst).verify(first.key()).origin()).isEqualTo(first.town.log.name());
            assertThat(first.parsed(bySecond).verify(second.key()).origin()).isEqualTo(second.town.log.name());
            StoreVerification verification = first.verified();
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.records())
                    .isEqualTo(
                            first.logs.all().stream().mapToLong(StoredLog::size).sum());
            assertThat(verification.checkpoints()).hasSize(2);
        }
    }
}
