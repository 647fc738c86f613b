package org.daylight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files to begin with, by their path inside a scheme folder. */
record FileTemplates(Map<String, String> files) {
    FileTemplates {
        files = new LinkedHashMap<>(files);
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
            throw new UncheckedIOException(unwritable);
        }
    }
}
