package org.daylight.cli;

import java.io.PrintWriter;
import java.time.Clock;
import org.daylight.evaluation.EvaluationFailedException;

/**
 * What a command may use of the outside.
 *
 * @param out for results
 * @param err for what is wrong with the call, and for progress
 * @param progress whether somebody is watching who wants to know how far things are
 * @param clock says which day a dossier is asked about that names none
 */
record CommandConsole(PrintWriter out, PrintWriter err, boolean progress, Clock clock) {
    private static final String ERASE_LINE = "\r\033[K";

    /** Replaces the progress line. */
    void progress(String line) {
        if (progress) {
            err.print(ERASE_LINE + line);
            err.flush();
        }
    }

    /** Takes the progress line away, so that results stand alone. */
    void progressEnds() {
        progress("");
    }

    /** Says that a rule failed, and which. */
    int noAnswer(EvaluationFailedException failed) {
        err.println(
                "no answer: " + (failed.rule() == null ? "" : "in `" + failed.rule() + "`: ") + failed.getMessage());
        return ExitCode.SCHEME_HAS_ERRORS;
    }
}
