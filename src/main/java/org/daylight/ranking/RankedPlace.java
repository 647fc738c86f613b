package org.daylight.ranking;

/**
 * A place in a ranking.
 *
 * @param rank counted from 1; those who tie share a rank, and after three at rank 1 comes rank 4
 * @param tied whether somebody else has the same rank
 */
public record RankedPlace(long rank, boolean tied, RankedApplicant applicant) {}
