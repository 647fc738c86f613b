package org.daylight.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;

/**
 * Everything of the outside that a command may use.
 *
 * @param out for results
 * @param err for what is wrong with the call, and for progress
 * @param progress whether progress is shown
 * @param clock says when it is now, for questions that name no day
 */
record CommandConsole(SafeOutput out, SafeOutput err, boolean progress, Clock clock) {
    private static final String ERASE_LINE = "\r\033[K";

    CommandConsole(PrintWriter out, PrintWriter err, boolean progress, Clock clock) {
        this(new SafeOutput(out), new SafeOutput(err), progress, clock);
    }

    /** Whether a person is watching. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is always a console, which says itself whether it is a terminal.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** Replaces the progress line. */
    void progress(String line) {
        if (progress) {
            err.exact(ERASE_LINE);
            err.print(line);
            err.flush();
        }
    }

    /** Prints what programs read: to the byte, unless it would reach a terminal. */
    void document(String text) {
        if (progress) {
            out.write(text);
        } else {
            out.exact(text);
        }
    }

    /** Takes the progress line away, so that results stand alone. */
    void progressEnds() {
        progress("");
    }
}
