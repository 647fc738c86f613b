package org.daylight.store;

/** The outcome of a commit that was not answered. */
enum CommitStatus {
    KEPT,
    LOST,
    UNKNOWN
}
