package org.daylight.scheme;

/**
 * What a citizen is told at enrolment.
 *
 * @param version sha-256 of the text's bytes, in hex
 * @param text Markdown
 */
public record Notice(String version, String text) {}
