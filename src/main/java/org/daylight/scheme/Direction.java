package org.daylight.scheme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A change that people can truly bring about in what a scheme looks at, as its author declares with {@code @changeable}. */
public enum Direction {
    /** Of a type: one more may come about. */
    MORE,
    /** Of a type: one may cease, or be found to be wrong. */
    FEWER,
    /** Of a field: it may rise. */
    UP,
    /** Of a field: it may fall. */
    DOWN,
    /** Every direction that the type or field can take. */
    ANY;

    /** As authors write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Direction> of(String written) {
        return Arrays.stream(values())
                .filter(direction -> direction.written().equals(written))
                .findFirst();
    }
}
