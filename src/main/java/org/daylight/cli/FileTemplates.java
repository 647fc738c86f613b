package org.daylight.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Files to begin with, by their path inside a scheme folder. */
final class FileTemplates {
    private final Map<String, String> files = new LinkedHashMap<>();

    /** Adds a file made from a resource of this package, with the values of its placeholders. */
    void add(String file, String resource, String... values) {
        try (InputStream text =
                Objects.requireNonNull(FileTemplates.class.getResourceAsStream("new/" + resource), resource)) {
            files.put(file, new String(text.readAllBytes(), StandardCharsets.UTF_8).formatted((Object[]) values));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    /** Writes all files or, when one of them is there already, none. */
    void write(Path folder) {
        for (String file : files.keySet()) {
            if (Files.exists(folder.resolve(file))) {
                throw new UsageException("`" + ProblemLines.shown(folder.resolve(file)) + "` is there already");
            }
        }
        try {
            for (var file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.writeString(target, file.getValue());
            }
        } catch (IOException unwritable) {
            throw new UsageException("cannot write below `" + ProblemLines.shown(folder) + "`");
        }
    }
}
