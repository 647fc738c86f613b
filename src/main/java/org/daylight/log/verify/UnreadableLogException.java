package org.daylight.log.verify;

/** The place that should hold a log cannot be read, so nothing can be said about the log. */
public final class UnreadableLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableLogException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableLogException(String message) {
        super(message);
    }
}
