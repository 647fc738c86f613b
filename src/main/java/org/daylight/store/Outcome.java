package org.daylight.store;

/** What one of several callers is told. */
public sealed interface Outcome<T> {
    /** @param answer what the caller waits for */
    record Kept<T>(T answer) implements Outcome<T> {}

    /** @param why what the caller's call throws */
    record Refused<T>(RuntimeException why) implements Outcome<T> {}
}
