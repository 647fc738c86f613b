package org.daylight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.verify.LogFolder;
import org.daylight.log.verify.LogServer;
import org.daylight.log.verify.LogSource;
import org.daylight.log.verify.LogVerification;
import org.daylight.log.verify.UnreadableLogException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daylight verify log}. */
@Command(
        name = "log",
        description =
                "Reads a log's checkpoint, all its tiles and entries, recomputes every hash, and names what differs.",
        footer = {
            "",
            "Examples:",
            "  daylight verify log https://daylight.example/log --key log-key.json --save today",
            "  daylight verify log exported --key log-key.json --since yesterday",
            "",
            "Exit codes: 0 all is as it was signed; 1 something was altered or is missing;",
            "2 wrong usage, or the log cannot be read."
        })
final class VerifyLogCommand extends ConsoleCommand {
    @Parameters(index = "0", paramLabel = "DIR|URL", description = "A folder, or the log's prefix on a server.")
    private String place = "";

    @Mixin
    private KeyOption key = new KeyOption();

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "A checkpoint saved earlier: the log must have grown from it.")
    private @Nullable Path since;

    @Option(names = "--save", paramLabel = "FILE", description = "Save the verified checkpoint, for --since.")
    private @Nullable Path save;

    @Override
    public Integer call() {
        LogSource source =
                place.startsWith("http://") || place.startsWith("https://") ? new LogServer(place) : folder();
        Optional<byte[]> earlier = Optional.ofNullable(since).map(FileBytes::read);
        LogVerification verification = verify(source, earlier);
        verification.findings().forEach(this::println);
        if (!verification.isClean()) {
            return ExitCode.ALTERED;
        }
        verification.checkpoint().map(VerifyLogCommand::verified).ifPresent(this::println);
        Checkpoint before = verification.earlier();
        if (before != null) {
            println("grown from the earlier checkpoint over " + Plural.of(before.size(), "record"));
        }
        if (save != null && verification.note() != null) {
            FileBytes.write(save, verification.note().toString());
        }
        return ExitCode.ALL_RIGHT;
    }

    private LogVerification verify(LogSource source, Optional<byte[]> earlier) {
        try {
            return LogVerification.of(
                    source, key.key(), earlier, leaves -> console.progress(Plural.of(leaves, "record") + " read"));
        } catch (UnreadableLogException unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        } finally {
            console.progressEnds();
        }
    }

    private LogFolder folder() {
        Path folder = Path.of(place);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no folder `" + folder + "`");
        }
        return new LogFolder(folder);
    }

    /** Says that all under a checkpoint is as it was signed. */
    static String verified(Checkpoint checkpoint) {
        return "`" + checkpoint.origin() + "`: " + Plural.of(checkpoint.size(), "record")
                + " logged, all as signed; root " + checkpoint.root();
    }
}
