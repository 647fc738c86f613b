package org.daylight.store;

import java.time.Duration;

/** More writes are waiting than the queue holds; nothing of this one was kept, and it may be sent again. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    StoreBusyException(String message) {
        super(message);
    }

    /** The wait after which trying again makes sense: a full queue is drained well within it. */
    public Duration retryAfter() {
        return RETRY_AFTER;
    }
}
