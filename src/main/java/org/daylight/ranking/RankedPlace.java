package org.daylight.ranking;

/**
 * A place in a ranking.
 *
 * @param rank from 1 on; who shares a place shares its rank, and the next one is counted on from all of them
 * @param tied whether somebody else has the same rank
 */
public record RankedPlace(long rank, boolean tied, RankedApplicant applicant) {}
