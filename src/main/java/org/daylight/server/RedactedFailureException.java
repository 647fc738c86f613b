package org.daylight.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may stand in the log: where it happened and of which class it was, but its words only where they are known to
 * hold nothing of what citizens' data say. A rule that stumbles over a value, or a parser over a text, quotes it.
 */
final class RedactedFailureException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whose words are about files, connections and keys. Values bound to statements are not in them: see the store. */
    private static final List<String> TECHNICAL = List.of(
            "org.daylight.store.", "org.daylight.vault.", "org.sqlite.", "java.nio.file.", "com.zaxxer.hikari.");

    private RedactedFailureException(String words, StackTraceElement[] trace, @Nullable Throwable cause) {
        super(words, cause);
        setStackTrace(trace);
    }

    static RedactedFailureException of(Throwable failure) {
        Throwable cause = failure.getCause();
        return new RedactedFailureException(words(failure), failure.getStackTrace(), cause == null ? null : of(cause));
    }

    private static String words(Throwable failure) {
        String type = failure.getClass().getName();
        return TECHNICAL.stream().anyMatch(type::startsWith) ? type + ": " + failure.getMessage() : type;
    }
}
