package org.daylight.cli;

import java.util.Optional;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.store.RecordDamagedException;
import org.daylight.vault.KeyFile;
import org.daylight.vault.KeyRotation;
import org.daylight.vault.MasterKey;
import org.daylight.vault.MasterKeySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daylight rotate-key}. */
@Command(
        name = "rotate-key",
        description =
                "Changes the master key: wraps every citizen's key anew. What is stored about citizens is not touched.",
        footer = {
            "",
            "Stop the service first. Broken off at any moment, the same command takes it up again; until it is",
            "done no service starts.",
            "",
            "With a key file, a new key is made beside it, and put in its place when all is done. With",
            "DAYLIGHT_MASTER_KEY, give the new key as DAYLIGHT_NEW_MASTER_KEY, and from then on as",
            "DAYLIGHT_MASTER_KEY.",
            "",
            "Examples:",
            "  daylight rotate-key --data data",
            "  DAYLIGHT_NEW_MASTER_KEY=\"$(openssl rand -base64 32)\" daylight rotate-key --store jdbc:postgresql:…",
            "",
            "Backups made before can be opened with the old key only: keep it as long as you keep them.",
            "",
            "Exit codes: 0 changed; 2 wrong usage, or a key is not the one it must be."
        })
final class RotateKeyCommand extends ConsoleCommand {
    private static final String NEW_SETTING = "DAYLIGHT_NEW_MASTER_KEY";

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Override
    public Integer call() {
        try {
            MasterKeySource source = store.masterKey();
            if (source.given().isPresent()) {
                rotate(source.key(), newKey());
                println("From now on start the service with the new key as " + MasterKeySource.SETTING + ".");
            } else {
                KeyFile successor = source.file().successor();
                MasterKey current = source.key();
                rotate(current, successor.readOrGenerate());
                successor.replace(source.file());
                println("The new key is in " + source.file().path() + ".");
            }
            return ExitCode.ALL_RIGHT;
        } catch (RecordDamagedException refused) {
            throw new UsageException(String.valueOf(refused.getMessage()));
        }
    }

    private static MasterKey newKey() {
        return Optional.ofNullable(System.getenv(NEW_SETTING))
                .map(base64 -> MasterKey.parse(base64, NEW_SETTING))
                .orElseThrow(() -> new UsageException("the new master key must be given as " + NEW_SETTING));
    }

    private void rotate(MasterKey current, MasterKey next) {
        try (Database database = store.open();
                GroupWriter writer = new GroupWriter(database, console.clock(), GroupWriter.Capacity.DEFAULT)) {
            KeyRotation rotation = new KeyRotation(database, writer, current, next);
            long remaining = rotation.remaining();
            rotation.run(done -> console.progress(done + " of " + remaining + " keys"));
            console.progressEnds();
            println(Plural.of(remaining, "key") + " wrapped anew.");
        }
    }
}
