package org.daylight.rulebase.sandbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a call costs, as the lists say it: a number of steps, and what it goes through besides, which is charged before the call.
 *
 * @param steps each time, whatever the arguments are; 0 for what takes no longer than an instruction or two
 * @param parts what grows with the arguments
 */
record Cost(int steps, Set<Part> parts) {
    /** What a call goes through. */
    enum Part {
        /** All of what the method is called on. */
        THIS,
        /** All of its arguments. */
        ARGUMENTS,
        /** Those of its arguments that are collections, which it puts into another. */
        NESTED,
        /** The square of its arguments' letters, as making a number of a text does. */
        SQUARED,
        /** A key or element is looked for among what the method is called on. */
        LOOKUP,
        /** As a look-up, and nested; but a list puts at its end what it is given. */
        PUT,
        /** The elements of its argument become keys. */
        GATHERED,
        /** The elements of its argument are compared with each other. */
        SORTED,
        /** An operator of a condition looks for its right side in its left, or the other way round. */
        OPERATOR,
        /** A stand-in of ours takes the call and charges for it. */
        METERED,
        /** Called while rules are loaded, where nothing of an author's stands, and never by an assessment. */
        ONCE
    }

    Cost {
        parts = Set.copyOf(parts);
    }

    /** Reads such as {@code 5+this}; an {@link IllegalArgumentException} where that is no cost. */
    static Cost parse(String text) {
        int steps = 0;
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : text.split("\\+")) {
            if (Character.isDigit(word.charAt(0))) {
                steps += Integer.parseInt(word);
            } else if (word.equals("all")) {
                parts.add(Part.THIS);
                parts.add(Part.ARGUMENTS);
            } else {
                parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return new Cost(steps, parts);
    }

    boolean has(Part part) {
        return parts.contains(part);
    }
}
