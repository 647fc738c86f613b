package org.daylight.scheme;

/**
 * The text that a citizen is given at enrolment.
 *
 * @param version sha-256 of the text's bytes, in hex
 * @param text Markdown
 */
public record Notice(String version, String text) {
    /** The notice's path inside the scheme folder. */
    static final String FILE = "notice.md";
}
