package org.daylight.scheme;

import java.util.Locale;

/**
 * One line of a service's {@code ranking}: by what its answers are put in order, such as {@code highest score} or {@code earliest
 * registeredOn}.
 *
 * @param first which value comes first
 * @param value {@code score}, or the name of a term that the answers carry
 */
public record RankBy(First first, String value) {
    /** The value that is the standing's score, not a term. */
    public static final String SCORE = "score";

    static final String EXPECTED = "texts such as `highest score` or `earliest registeredOn`";

    /** Numbers are highest or lowest, dates earliest or latest. */
    public enum First {
        HIGHEST,
        LOWEST,
        EARLIEST,
        LATEST;

        /** Whether the greater of two values comes first. */
        public boolean isDescending() {
            return this == HIGHEST || this == LATEST;
        }
    }

    /** @throws IllegalArgumentException when it is not a word of {@link First} and a name */
    static RankBy parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length != 2) {
            throw new IllegalArgumentException(text);
        }
        return new RankBy(First.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1]);
    }

    @Override
    public String toString() {
        return first.name().toLowerCase(Locale.ROOT) + " " + value;
    }
}
