package org.daylight.cli;

import picocli.CommandLine.Option;

/** {@code --help}, alike for every command. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean asked;
}
