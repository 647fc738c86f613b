package org.daylight.scheme;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.daylight.problem.QuotedList;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the known name that a mistyped one resembles. */
public final class Nearest {
    /** Letters of a name that anybody types; what is longer is none, and comparing costs the product of the lengths. */
    private static final int LONGEST = 200;

    private Nearest() {}

    /** The known name nearest by Levenshtein distance, which may be up to a third of its letters, or one. */
    public static Optional<String> to(String mistyped, Collection<String> known) {
        if (mistyped.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> name.length() <= LONGEST && distance(mistyped, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(mistyped, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Asks whether the nearest name was meant; null where none is near. */
    public static @Nullable String fix(String mistyped, Collection<String> known) {
        return to(mistyped, known).map(Nearest::question).orElse(null);
    }

    /** Likewise; lists all known names where none is near. */
    public static String fixOrChoices(String mistyped, Collection<String> known) {
        String fix = fix(mistyped, known);
        return fix == null ? "use " + QuotedList.oneOf(known) : fix;
    }

    public static String question(String name) {
        return "did you mean `" + name + "`?";
    }

    private static int distance(String string, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= string.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (string.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
