package org.daylight.store;

/**
 * A group's turn to write.
 *
 * @param latestMicros the latest moment recorded by any process
 * @param transaction the database's name for the transaction; empty where it has none
 */
record WriteTurn(long latestMicros, String transaction) {}
