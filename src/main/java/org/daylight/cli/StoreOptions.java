package org.daylight.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.daylight.records.RecordStore;
import org.daylight.store.Database;
import org.daylight.store.Login;
import org.daylight.vault.KeyFile;
import org.daylight.vault.MasterKeySource;
import org.daylight.vault.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a database; their defaults are the service's own settings. */
final class StoreOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:DAYLIGHT_DATA:-data}",
            description = "The service's data directory; DAYLIGHT_DATA, or data.")
    Path data = Path.of("data");

    @Option(
            names = "--store",
            paramLabel = "JDBC_URL",
            defaultValue = "${env:DAYLIGHT_STORE_URL}",
            description = "A database in place of the embedded one; DAYLIGHT_STORE_URL.")
    private @Nullable String store;

    @Option(
            names = "--store-user",
            paramLabel = "NAME",
            defaultValue = "${env:DAYLIGHT_STORE_USER}",
            description = "Who logs in there; DAYLIGHT_STORE_USER. The password is DAYLIGHT_STORE_PASSWORD.")
    private @Nullable String user;

    @Option(
            names = "--master-key-file",
            paramLabel = "FILE",
            defaultValue = "${env:DAYLIGHT_VAULT_KEY_FILE}",
            description = "The file with the master key, unless DAYLIGHT_MASTER_KEY is the key itself;"
                    + " DAYLIGHT_VAULT_KEY_FILE, or master.key in the data directory.")
    private @Nullable Path masterKeyFile;

    MasterKeySource masterKey() {
        Path file = masterKeyFile == null ? data.resolve("master.key") : masterKeyFile;
        return new MasterKeySource(Optional.ofNullable(System.getenv(MasterKeySource.SETTING)), new KeyFile(file));
    }

    String url() {
        return store == null ? "jdbc:sqlite:" + data.resolve("daylight.db") : store;
    }

    private Login login() {
        return new Login(user, System.getenv("DAYLIGHT_STORE_PASSWORD"));
    }

    /** Opens it for this process alone, or with others where the database can be shared. */
    Database open() {
        return Database.open(url(), login());
    }

    /** Opens it beside a service that may be running, and changes nothing. */
    Database openForReading() {
        return Database.openForReading(url(), login());
    }

    /** Reads records beside a service that may be running, and changes nothing. */
    <T> T reading(Function<RecordStore, T> reading) {
        try (Database database = openForReading()) {
            return reading.apply(RecordStore.toRead(database, Vault.open(database, masterKey())));
        }
    }
}
