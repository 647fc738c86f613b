package org.daylight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What came of a command line. */
public record Ran(int code, String out, String err) {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    public static Ran of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Daylight.run(new CommandConsole(new PrintWriter(out), new PrintWriter(err), false, NOON), arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    /** A scheme folder as {@code new scheme} writes it. */
    static Path scheme(Path directory) {
        Ran written = of("new", "scheme", "library", "--in", directory.toString());
        if (written.code() != ExitCode.ALL_RIGHT) {
            throw new AssertionError(written.err());
        }
        return directory.resolve("library");
    }

    static void replace(Path file, String text, String replacement) {
        try {
            String before = Files.readString(file);
            if (!before.contains(text)) {
                throw new AssertionError(file + " has no `" + text + "`");
            }
            Files.writeString(file, before.replace(text, replacement));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
