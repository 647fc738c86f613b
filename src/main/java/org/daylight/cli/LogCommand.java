package org.daylight.cli;

import picocli.CommandLine.Command;

/** {@code daylight log}: the log in a database. */
@Command(name = "log", description = "Takes the log out of a database.", synopsisSubcommandLabel = "export")
final class LogCommand {}
