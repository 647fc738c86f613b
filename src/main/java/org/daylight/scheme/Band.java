package org.daylight.scheme;

/**
 * A named range of scores.
 *
 * @param name for people and rules
 * @param from the lowest score of the band; it ends where the next one begins
 */
public record Band(String name, long from) {}
