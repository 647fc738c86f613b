package org.daylight.cli;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daylight.decision.DecisionHistory;
import org.daylight.decision.UnreadableDecisionException;
import org.daylight.decision.export.DecisionLogExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daylight export}. */
@Command(
        name = "export",
        description = "Writes recorded decisions as newline-delimited JSON, one decision a line, for a log store.",
        footer = {
            "",
            "Every line says under `cursor` where to go on behind it. With --file the export",
            "goes on by itself where the file ends; a line that was half written is written again.",
            "What is exported is in clear: --mask leaves out what the log store must not hold.",
            "",
            "Examples:",
            "  daylight export --file decisions.ndjson          again and again, each time what is new",
            "  daylight export --after 1:4711 | shipper         from a cursor on, to somewhere else",
            "  daylight export --mask /input/citizen --mask /input/attributes",
            "",
            "Exit codes: 0 written; 2 wrong usage, or the database cannot be read."
        })
final class ExportCommand extends ConsoleCommand {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--after", paramLabel = "CURSOR", description = "Only decisions behind it; all by default.")
    private @Nullable String after;

    @Option(names = "--file", paramLabel = "FILE", description = "Append here, behind what is there already.")
    private @Nullable Path file;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many lines.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--mask",
            paramLabel = "POINTER",
            description = "JSON pointer to what is left out and named under `erased`; may be repeated.")
    private List<String> masks = List.of();

    @Override
    public Integer call() {
        if (after != null && file != null) {
            throw new UsageException("--after and --file exclude each other: the file says itself where to go on");
        }
        if (after != null && !DecisionLogExport.isCursor(after)) {
            throw new UsageException("--after is `" + after + "`, expected a line's `cursor` such as 1:4711");
        }
        List<JsonPointer> masked = masked();
        try {
            return store.reading(records -> {
                DecisionLogExport export = new DecisionLogExport(new DecisionHistory(records));
                return file == null ? toOutput(export, masked) : toFile(export, file, masked);
            });
        } catch (UnreadableDecisionException altered) {
            throw new UsageException(altered.getMessage() + "; what comes before it was written");
        }
    }

    private List<JsonPointer> masked() {
        List<JsonPointer> pointers = new ArrayList<>();
        for (String mask : masks) {
            try {
                pointers.add(DecisionLogExport.mask(mask));
            } catch (IllegalArgumentException malformed) {
                throw new UsageException(
                        "--mask is `" + mask + "`, expected a JSON pointer to a field, such as /input/citizen");
            }
        }
        return pointers;
    }

    private int toOutput(DecisionLogExport export, List<JsonPointer> masked) {
        export.write(
                after == null ? "" : after,
                limit,
                masked,
                line -> console.document(new String(line, StandardCharsets.UTF_8)));
        return ExitCode.ALL_RIGHT;
    }

    private int toFile(DecisionLogExport export, Path to, List<JsonPointer> masked) {
        try (RandomAccessFile out = new RandomAccessFile(to.toFile(), "rw")) {
            String cursor = cutToLastLine(export, to, out);
            long[] written = {0};
            export.write(cursor, limit, masked, line -> {
                out.write(line);
                console.progress(Plural.of(++written[0], "decision") + " written");
            });
            out.getFD().sync();
            console.progressEnds();
            println(Plural.of(written[0], "decision") + " appended to " + to);
            return ExitCode.ALL_RIGHT;
        } catch (IOException | UncheckedIOException refused) {
            throw new UsageException("cannot write to `" + to + "`: " + refused.getMessage());
        }
    }

    /**
     * Cuts the file behind its last whole line, and returns that line's cursor. What is cut off can only be a line that was half
     * written: a file that is not an export is left as it is.
     */
    private static String cutToLastLine(DecisionLogExport export, Path to, RandomAccessFile out) throws IOException {
        long end = lineEndBefore(out, out.length());
        byte[] rest = read(out, end, Math.min(out.length(), end + DecisionLogExport.BEGIN.length()));
        if (!DecisionLogExport.BEGIN.startsWith(new String(rest, StandardCharsets.UTF_8))) {
            throw noExport(to);
        }
        String cursor = end == 0 ? "" : cursor(export, to, read(out, lineEndBefore(out, end - 1), end));
        out.setLength(end);
        out.seek(end);
        return cursor;
    }

    private static String cursor(DecisionLogExport export, Path to, byte[] line) {
        try {
            String cursor = DecisionLogExport.cursorOf(line);
            if (!cursor.isEmpty() && DecisionLogExport.isCursor(cursor)) {
                if (!export.isRecorded(line)) {
                    throw new UsageException(
                            "`" + to + "` ends with a decision that this database does not have: it was"
                                    + " exported from another one, or this one was restored from before");
                }
                return cursor;
            }
        } catch (IOException notJson) {
            // Told below, like a line without a cursor.
        }
        throw noExport(to);
    }

    private static UsageException noExport(Path to) {
        return new UsageException("`" + to + "` does not end with an exported decision");
    }

    private static byte[] read(RandomAccessFile in, long begin, long end) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(end - begin)];
        in.seek(begin);
        in.readFully(bytes);
        return bytes;
    }

    /** Finds the position just behind the last line end before another position; 0 when there is none. */
    private static long lineEndBefore(RandomAccessFile in, long position) throws IOException {
        for (long at = position - 1; at >= 0; at--) {
            in.seek(at);
            if (in.read() == '\n') {
                return at + 1;
            }
        }
        return 0;
    }
}
