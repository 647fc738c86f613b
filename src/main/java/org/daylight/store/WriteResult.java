package org.daylight.store;

/** What one of several callers is told. */
public sealed interface WriteResult<T> {
    /** What the caller waits for. */
    record Kept<T>(T answer) implements WriteResult<T> {}

    /** What the caller's call throws. */
    record Refused<T>(RuntimeException why) implements WriteResult<T> {}
}
