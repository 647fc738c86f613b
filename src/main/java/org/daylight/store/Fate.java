package org.daylight.store;

/** What became of a group whose commit was not answered. */
enum Fate {
    KEPT,
    LOST,
    UNKNOWN
}
