package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.vault.KeyFile;
import org.daylight.vault.MasterKeySource;
import org.daylight.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeyTest {
    @TempDir
    Path data;

    @Test
    void theNewKeyIsPutInThePlaceOfTheOld() throws IOException {
        start();
        String old = Files.readString(key());

        Ran ran = Ran.of("rotate-key", "--data", data.toString());

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.ALL_RIGHT);
        assertThat(ran.out()).contains("1 key wrapped anew", key().toString());
        assertThat(Files.readString(key())).isNotEqualTo(old);
        assertThat(data.resolve("master.key.new")).doesNotExist();
        start();
    }

    @Test
    void aChangeThatOnlyLackedItsLastStepIsFinished() throws IOException {
        start();
        Path kept = Files.copy(key(), data.resolve("kept.key"));
        Ran.of("rotate-key", "--data", data.toString());
        Files.move(key(), data.resolve("master.key.new"));
        Files.move(kept, key());

        Ran ran = Ran.of("rotate-key", "--data", data.toString());

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.ALL_RIGHT);
        start();
    }

    @Test
    void withoutTheCurrentKeyNothingIsChanged() throws IOException {
        start();
        Files.move(key(), data.resolve("elsewhere.key"));

        Ran missing = Ran.of("rotate-key", "--data", data.toString());
        Ran found = Ran.of(
                "rotate-key",
                "--data",
                data.toString(),
                "--master-key-file",
                data.resolve("elsewhere.key").toString());

        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("master key is missing");
        assertThat(found.code()).as(found.err()).isEqualTo(ExitCode.ALL_RIGHT);
    }

    private Path key() {
        return data.resolve("master.key");
    }

    /** As the service does; fails when the key does not fit. */
    private void start() {
        try (Database database = Database.open("jdbc:sqlite:" + data.resolve("daylight.db"));
                GroupWriter writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT)) {
            Vault vault = Vault.open(database, writer, new MasterKeySource(Optional.empty(), new KeyFile(key())));
            writer.write((handle, recordedAt) ->
                    vault.keys(handle).sealing("ada", recordedAt).version());
        }
    }
}
