package org.daylight.store;

/**
 * A group's turn to write.
 *
 * @param latestMicros the latest moment recorded by any process
 * @param transaction what the database calls the transaction; empty where it has no name
 */
record WriteTurn(long latestMicros, String transaction) {}
