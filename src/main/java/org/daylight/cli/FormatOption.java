package org.daylight.cli;

import picocli.CommandLine.Option;

/** {@code --format} of commands that print text or JSON. */
final class FormatOption {
    @Option(names = "--format", paramLabel = "text|json", description = "text by default.")
    private Format format = Format.TEXT;

    enum Format {
        TEXT,
        JSON
    }

    boolean isJson() {
        return format == Format.JSON;
    }
}
