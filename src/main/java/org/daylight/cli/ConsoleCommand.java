package org.daylight.cli;

import java.util.concurrent.Callable;

/** A command that prints to the console of its command line. */
abstract class ConsoleCommand implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init") // Given before the command is called.
    CommandConsole console;

    ConsoleCommand on(CommandConsole commandConsole) {
        console = commandConsole;
        return this;
    }

    void println(Object line) {
        console.out().println(line);
    }
}
