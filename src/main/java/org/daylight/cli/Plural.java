package org.daylight.cli;

/** Says how many there are of something. */
final class Plural {
    private Plural() {}

    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
