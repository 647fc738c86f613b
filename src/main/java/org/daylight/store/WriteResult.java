package org.daylight.store;

/** The result of a {@link BatchWrite} for one of its callers. */
public sealed interface WriteResult<T> {
    /** The answer that the caller's call returns. */
    record Kept<T>(T answer) implements WriteResult<T> {}

    /** The exception that the caller's call throws. */
    record Refused<T>(RuntimeException why) implements WriteResult<T> {}
}
