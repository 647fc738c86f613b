package org.daylight.scheme;

import java.util.List;

/** The letter between the values of a table, which its first line shows. */
final class Separator {
    private static final List<Character> KNOWN = List.of(',', ';', '\t');

    private Separator() {}

    /** Those that stand in the first line outside of quotation marks, in the order of {@code , ; tab}. */
    static List<Character> in(String text) {
        String line = text.lines().filter(first -> !first.isBlank()).findFirst().orElse("");
        StringBuilder outside = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                outside.append(letter);
            }
        }
        return KNOWN.stream()
                .filter(separator -> outside.indexOf(separator.toString()) >= 0)
                .toList();
    }

    /** As people call it. */
    static String name(char separator) {
        return separator == '\t' ? "a tab" : "`" + separator + "`";
    }
}
