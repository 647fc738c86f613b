package org.daylight.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.daylight.scheme.Problems;
import org.daylight.scheme.TextReader;
import org.daylight.scheme.UnsoundTextException;

/** Reads and writes the files that a command line names. */
final class FileBytes {
    private static final int MOST_BYTES = 32_000_000;

    private FileBytes() {}

    /** @throws UsageException also for what is larger than any file that is read at once */
    static byte[] read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = Files.size(file) > MOST_BYTES ? new byte[0] : content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES || Files.size(file) > MOST_BYTES) {
                throw new UsageException("`" + file + "` is larger than the " + MOST_BYTES + " bytes allowed");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UsageException("cannot read `" + file + "`");
        }
    }

    /** A file's text; what is no UTF-8 is told as a problem of the file. */
    static Optional<String> text(Path file, Problems problems) {
        StringWriter text = new StringWriter();
        try (TextReader reader = new TextReader(new ByteArrayInputStream(read(file)))) {
            reader.transferTo(text);
            return Optional.of(text.toString());
        } catch (UnsoundTextException unsound) {
            unsound.report(ProblemLines.shown(file), problems);
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A key's text: what is no UTF-8 in it is replaced, and told with the key that it makes unreadable. */
    static String key(Path file) {
        return new String(read(file), StandardCharsets.UTF_8).strip();
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UsageException("cannot write `" + file + "`");
        }
    }
}
