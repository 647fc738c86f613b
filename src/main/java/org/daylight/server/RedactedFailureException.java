package org.daylight.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may stand in the log: with its class and stack trace, but with its message only where that is known to hold no
 * data of citizens. The message of a rule that fails over a value, or of a parser that fails over a text, quotes it.
 */
final class RedactedFailureException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Classes whose messages are about files, connections and keys, and not about values bound to statements. */
    private static final List<String> TECHNICAL = List.of(
            "org.daylight.store.", "org.daylight.vault.", "org.sqlite.", "java.nio.file.", "com.zaxxer.hikari.");

    private RedactedFailureException(String message, StackTraceElement[] trace, @Nullable Throwable cause) {
        super(message, cause);
        setStackTrace(trace);
    }

    static RedactedFailureException of(Throwable failure) {
        Throwable cause = failure.getCause();
        return new RedactedFailureException(
                message(failure), failure.getStackTrace(), cause == null ? null : of(cause));
    }

    private static String message(Throwable failure) {
        String type = failure.getClass().getName();
        return TECHNICAL.stream().anyMatch(type::startsWith) ? type + ": " + failure.getMessage() : type;
    }
}
