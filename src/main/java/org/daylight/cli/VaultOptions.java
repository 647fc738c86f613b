package org.daylight.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.daylight.vault.KeyFile;
import org.daylight.vault.MasterKeySource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the master key is, named alike by options and by the service's own settings. */
final class VaultOptions {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "${env:DAYLIGHT_VAULT_KEY_FILE}",
            description = "The file with the master key; DAYLIGHT_VAULT_KEY_FILE, or master.key in the data directory."
                    + " DAYLIGHT_MASTER_KEY, if set, goes before it.")
    private @Nullable Path file;

    MasterKeySource source(StoreOptions store) {
        return new MasterKeySource(Optional.ofNullable(System.getenv(MasterKeySource.SETTING)), keyFile(store));
    }

    KeyFile keyFile(StoreOptions store) {
        return new KeyFile(file == null ? store.data.resolve("master.key") : file);
    }
}
