package org.daylight.store;

/** What became of a group whose commit was not answered. */
enum CommitStatus {
    KEPT,
    LOST,
    UNKNOWN
}
