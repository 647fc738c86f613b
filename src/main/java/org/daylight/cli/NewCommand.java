package org.daylight.cli;

import picocli.CommandLine.Command;

/** {@code daylight new}: something to begin with that is right from the start. */
@Command(
        name = "new",
        description = "Begins a scheme or a rule, with a case: what it writes passes check and test.",
        synopsisSubcommandLabel = "(scheme | rule)",
        footer = {
            "",
            "Examples:",
            "  daylight new scheme library",
            "  daylight new rule library \"Members may take books home\""
        })
final class NewCommand {}
