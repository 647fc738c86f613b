package org.daylight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes the files that a command line names. */
final class FileBytes {
    private FileBytes() {}

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UsageException("cannot read `" + file + "`");
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UsageException("cannot read `" + file + "`");
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
