package org.daylight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.verify.LogFolder;
import org.daylight.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daylight log export}. */
@Command(
        name = "export",
        description =
                "Writes a log as static files, laid out as it is served: any web server can serve it, anybody verify it.",
        footer = {
            "",
            "Example:",
            "  daylight log export exported --data data",
            "",
            "Exit codes: 0 written; 2 wrong usage, or the database cannot be read."
        })
final class LogExportCommand extends ConsoleCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path folder = Path.of("");

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--origin", paramLabel = "NAME", description = "Which log, where there are several.")
    private @Nullable String origin;

    @Override
    public Integer call() {
        try (Database database = store.openForReading()) {
            Checkpoint checkpoint = new LogFolder(folder).export(log(new StoredLogs(database)));
            println("`" + checkpoint.origin() + "`: " + Plural.of(checkpoint.size(), "record") + " in " + folder);
            return ExitCode.ALL_RIGHT;
        } catch (IOException unwritable) {
            throw new UsageException("cannot write below `" + folder + "`: " + unwritable.getMessage());
        }
    }

    private StoredLog log(StoredLogs logs) {
        List<StoredLog> selected = logs.all().stream()
                .filter(log -> origin == null || log.origin().equals(origin))
                .toList();
        if (selected.size() != 1) {
            String names = logs.all().stream().map(StoredLog::origin).collect(Collectors.joining("`, `"));
            throw new UsageException("--origin must name one of `" + names + "`");
        }
        return selected.get(0);
    }
}
