package org.daylight.vocabulary;

/**
 * Score and band, present in a session only when the citizen is scored. "Not scored" is the absence of a standing, never a
 * low one.
 *
 * @param score whole points, clamped to the scheme's floor and ceiling
 * @param band name of the manifest's band that the score falls in, or the empty text when the scheme has no bands
 */
public record Standing(long score, String band) {}
