package org.daylight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.daylight.decision.DecisionLog;
import org.daylight.dossier.UnrecordedErasures;
import org.daylight.ledger.Ledger;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNote;
import org.daylight.log.note.SigningKey;
import org.daylight.log.note.VerifierKey;
import org.daylight.log.verify.Finding;
import org.daylight.log.verify.StoreVerification;
import org.daylight.store.Database;
import org.daylight.vault.Vault;
import org.daylight.vault.VaultFailure;
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
            "  daylight verify store --data data --key log-key.json",
            "  DAYLIGHT_MASTER_KEY=... daylight verify store --store jdbc:postgresql://db/daylight \\",
            "           --key one.json --key two.json",
            "",
            "Exit codes: 0 all is as it was logged; 1 something was altered or is missing;",
            "2 wrong usage, or the database cannot be read."
        })
final class VerifyStoreCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 1000;

    private final Console console;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--key",
            paramLabel = "KEY|FILE",
            description =
                    "The verifier key of a log in the database, or a file with it; may be repeated. Without it, that of the signing"
                            + " key in the data directory.")
    private List<String> keys = List.of();

    VerifyStoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Database database = store.openForReading()) {
            return report(verify(database));
        } catch (VaultFailure locked) {
            throw new UsageProblem(String.valueOf(locked.getMessage()));
        } finally {
            console.progressEnds();
        }
    }

    private StoreVerification verify(Database database) {
        Map<StoredLog, VerifierKey> logs = logs(new StoredLogs(database));
        Ledger ledger = Ledger.toRead(database, Vault.open(database, store.masterKey()));
        StoreVerification verification = StoreVerification.of(
                logs,
                consumer -> ledger.read(desk -> {
                    DecisionLog.eachRecord(desk, consumer);
                    return true;
                }),
                this::progress);
        return verification.and(ledger.read(UnrecordedErasures::find).stream()
                .map(citizen -> new Finding(
                        "citizen `" + citizen + "`", "a key was destroyed, and no erasure is on record for it"))
                .toList());
    }

    private void progress(long records) {
        if (records % PROGRESS_EVERY == 0) {
            console.progress(Counted.of(records, "record") + " compared");
        }
    }

    private Map<StoredLog, VerifierKey> logs(StoredLogs stored) {
        List<VerifierKey> given = keys.isEmpty()
                ? signingKey().map(List::of).orElse(List.of())
                : keys.stream().map(KeyOption::parse).toList();
        Map<StoredLog, VerifierKey> logs = new LinkedHashMap<>();
        for (StoredLog log : stored.all()) {
            VerifierKey key = given.stream()
                    .filter(one -> one.name().equals(log.origin()))
                    .findFirst()
                    .orElseThrow(() -> new UsageProblem("--key is missing for the log `" + log.origin() + "`"));
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
            return Optional.of(SigningKey.parse(FileBytes.text(file).strip()).verifier());
        } catch (MalformedNote damaged) {
            throw new UsageProblem("cannot use `" + file + "`: " + damaged.what());
        }
    }

    private int report(StoreVerification verification) {
        console.progressEnds();
        verification.findings().forEach(finding -> console.out().println(finding));
        if (!verification.isClean()) {
            return ExitCode.ALTERED;
        }
        for (Checkpoint checkpoint : verification.checkpoints()) {
            console.out()
                    .println("`" + checkpoint.origin() + "`: " + Counted.of(checkpoint.size(), "record")
                            + " logged, all as signed; root " + checkpoint.root());
        }
        long readable = verification.records() - verification.erased();
        console.out().println(Counted.of(readable, "stored record") + " compared, all as logged");
        if (verification.erased() > 0) {
            console.out()
                    .println(Counted.of(verification.erased(), "record")
                            + " of erased citizens: cannot be compared, leaves intact");
        }
        return ExitCode.ALL_RIGHT;
    }
}
