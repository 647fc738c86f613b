package org.daylight.problem;

import java.util.Collection;

/** Lists names in a sentence, each in backticks. */
public final class QuotedList {
    private QuotedList() {}

    public static String of(Collection<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }

    public static String oneOf(Collection<String> names) {
        return "one of " + of(names);
    }
}
