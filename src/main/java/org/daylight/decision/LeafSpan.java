package org.daylight.decision;

/**
 * Leaves of a log that follow each other.
 *
 * @param first the first of them
 * @param end the first behind them
 */
record LeafSpan(long first, long end) {}
