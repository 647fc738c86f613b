package org.daylight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.decision.DecisionLeaves;
import org.daylight.dossier.UnrecordedErasures;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.SignedNote;
import org.daylight.log.note.SigningKey;
import org.daylight.log.note.VerifierKey;
import org.daylight.log.verify.Finding;
import org.daylight.log.verify.StoreVerification;
import org.daylight.records.RecordStore;
import org.daylight.store.Database;
import org.daylight.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daylight verify store}. */
@Command(
        name = "store",
        description = {
            "Opens every record in a database, makes its leaf anew and compares it with the log;"
                    + " verifies the log, and every checkpoint it ever signed.",
            "What was altered, copied or deleted by hand is named. Of citizens who were erased nothing can be"
                    + " compared, as nobody can read it; their leaves must still be there."
        },
        footer = {
            "",
            "Examples:",
            "  daylight verify store --data data --key log-key.json --since yesterday",
            "  DAYLIGHT_MASTER_KEY=... daylight verify store --store jdbc:postgresql://db/daylight \\",
            "           --key one.json --key two.json",
            "",
            "Exit codes: 0 all is as it was logged; 1 something was altered or is missing;",
            "2 wrong usage, or the database cannot be read."
        })
final class VerifyStoreCommand extends ConsoleCommand {
    private static final int PROGRESS_EVERY = 1000;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--key",
            paramLabel = "KEY|FILE",
            description =
                    "The verifier key of a log in the database, or a file with it; may be repeated. Without it, that of the signing"
                            + " key in the data directory.")
    private List<String> keys = List.of();

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description =
                    "A checkpoint of a log in the database, saved earlier: the log must have grown from it; may be"
                            + " repeated. Without it nobody can tell whether the last records were cut off, log and all.")
    private List<Path> since = List.of();

    @Override
    public Integer call() {
        try (Database database = store.openForReading()) {
            return report(verify(database));
        } catch (MalformedNoteException altered) {
            println("table `log_origin`: was altered: " + altered.what());
            return ExitCode.ALTERED;
        } finally {
            console.progressEnds();
        }
    }

    private StoreVerification verify(Database database) {
        Map<StoredLog, VerifierKey> logs = logs(new StoredLogs(database));
        RecordStore records = RecordStore.toRead(database, Vault.open(database, store.masterKey()));
        Map<String, byte[]> earlier = earlier();
        List<Finding> findings = new ArrayList<>(missing(logs.keySet(), earlier.keySet()));
        StoreVerification verification = StoreVerification.of(
                logs,
                earlier,
                consumer -> records.read(session -> {
                    DecisionLeaves.eachRecord(session, consumer);
                    return true;
                }),
                this::progress);
        records.read(UnrecordedErasures::find)
                .forEach(citizen -> findings.add(new Finding(
                        "citizen `" + citizen + "`", "a key was destroyed, and no erasure is on record for it")));
        return verification.and(findings);
    }

    /** Reads the saved checkpoints, by the names of their logs. */
    private Map<String, byte[]> earlier() {
        Map<String, byte[]> earlier = new LinkedHashMap<>();
        for (Path file : since) {
            byte[] saved = FileBytes.read(file);
            try {
                earlier.put(Checkpoint.read(SignedNote.parse(saved)).origin(), saved);
            } catch (MalformedNoteException malformed) {
                throw new UsageException("`" + file + "` is no checkpoint: " + malformed.what());
            }
        }
        return earlier;
    }

    /** Finds logs whose keys or checkpoints were given, but which are gone. */
    private List<Finding> missing(Set<StoredLog> logs, Set<String> earlier) {
        Set<String> origins = logs.stream().map(StoredLog::origin).collect(Collectors.toSet());
        return Stream.concat(keys.stream().map(KeyOption::parse).map(VerifierKey::name), earlier.stream())
                .distinct()
                .filter(name -> !origins.contains(name))
                .map(name -> new Finding("log `" + name + "`", "is not in this database"))
                .toList();
    }

    private void progress(long records) {
        if (records % PROGRESS_EVERY == 0) {
            console.progress(Plural.of(records, "record") + " compared");
        }
    }

    private Map<StoredLog, VerifierKey> logs(StoredLogs stored) {
        List<VerifierKey> verifierKeys = keys.isEmpty()
                ? signingKey().map(List::of).orElse(List.of())
                : keys.stream().map(KeyOption::parse).toList();
        Map<StoredLog, VerifierKey> logs = new LinkedHashMap<>();
        for (StoredLog log : stored.all()) {
            VerifierKey key = verifierKeys.stream()
                    .filter(candidate -> candidate.name().equals(log.origin()))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("--key is missing for the log `" + log.origin() + "`"));
            logs.put(log, key);
        }
        return logs;
    }

    private Optional<VerifierKey> signingKey() {
        Path file = store.data.resolve("log.key");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SigningKey.parse(FileBytes.key(file)).verifier());
        } catch (MalformedNoteException damaged) {
            throw new UsageException("cannot use `" + file + "`: " + damaged.what());
        }
    }

    private int report(StoreVerification verification) {
        console.progressEnds();
        verification.findings().forEach(this::println);
        if (!verification.isClean()) {
            return ExitCode.ALTERED;
        }
        verification.checkpoints().forEach(checkpoint -> println(VerifyLogCommand.verified(checkpoint)));
        long readable = verification.records() - verification.erased();
        println(Plural.of(readable, "stored record") + " compared, all as logged");
        if (verification.erased() > 0) {
            println(Plural.of(verification.erased(), "record")
                    + " of erased citizens: cannot be compared, leaves intact");
        }
        return ExitCode.ALL_RIGHT;
    }
}
