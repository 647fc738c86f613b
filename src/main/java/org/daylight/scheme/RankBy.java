package org.daylight.scheme;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a service's {@code ranking}, which orders its answers by a value, such as {@code highest score} or {@code earliest
 * registeredOn}.
 *
 * @param first which value comes first
 * @param value {@code score}, or the name of a term that the answers carry
 */
public record RankBy(First first, String value) {
    /** The value that is the standing's score, not a term. */
    public static final String SCORE = "score";

    private static final Pattern WORDS = Pattern.compile("(\\w+)\\s+(\\w+)");

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

    /** Reads one line; an {@link IllegalArgumentException} when it is not a word of {@link First} and a name. */
    static RankBy parse(String text) {
        Matcher words = WORDS.matcher(text.strip());
        if (!words.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new RankBy(First.valueOf(words.group(1).toUpperCase(Locale.ROOT)), words.group(2));
    }

    @Override
    public String toString() {
        return first.name().toLowerCase(Locale.ROOT) + " " + value;
    }
}
