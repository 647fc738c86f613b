package org.daylight.scheme;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.problem.QuotedList;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the known name that a mistyped one resembles. */
public final class Nearest {
    /** Letters of a name that anybody types; what is longer is none, and comparing costs the product of the lengths. */
    private static final int LONGEST = 200;
    private static final int MOST_OFFERED = 8;
    /** Shorter words, such as "the", say nothing of what a name is about. */
    private static final int SHORTEST_WORD = 4;

    private Nearest() {}

    /** The known name nearest by the slips between them, of which there may be a third of its letters, or one; or the one whose capitals differ. */
    public static Optional<String> to(String mistyped, Collection<String> known) {
        if (mistyped.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> inOtherCapitals = known.stream()
                .filter(name -> name.equalsIgnoreCase(mistyped))
                .min(Comparator.comparingInt((String name) -> distance(mistyped, name))
                        .thenComparing(Comparator.naturalOrder()));
        return inOtherCapitals.isPresent() ? inOtherCapitals : bySlips(mistyped, known);
    }

    private static Optional<String> bySlips(String mistyped, Collection<String> known) {
        return known.stream()
                .filter(name -> name.length() <= LONGEST && distance(mistyped, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(mistyped, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Likewise for names of several words, of which people remember one or two: where none is near by its letters, those that
     * have words of the mistyped one; where none has, all of them unless they are many.
     */
    public static @Nullable String fixOfPhrase(String mistyped, Collection<String> known) {
        String fix = fix(mistyped, known);
        if (fix != null) {
            return fix;
        }
        Set<String> words = words(mistyped);
        List<String> alike = known.stream()
                .filter(name ->
                        words(name).stream().anyMatch(word -> to(word, words).isPresent()))
                .sorted()
                .toList();
        List<String> offered = alike.isEmpty() ? known.stream().sorted().toList() : alike;
        if (offered.isEmpty() || offered.size() > MOST_OFFERED) {
            return null;
        }
        return offered.size() == 1 ? question(offered.get(0)) : "use " + QuotedList.oneOf(offered);
    }

    private static Set<String> words(String phrase) {
        return Stream.of(phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
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

    /** Optimal string alignment: a letter left out, added or replaced counts one, and so do two in the wrong order. */
    private static int distance(String string, String other) {
        int[][] row = new int[3][other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[0][j] = j;
        }
        for (int i = 1; i <= string.length(); i++) {
            int[] now = row[i % 3];
            int[] before = row[(i + 2) % 3];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (same(string, i - 1, other, j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && same(string, i - 1, other, j - 2) && same(string, i - 2, other, j - 1)) {
                    now[j] = Math.min(now[j], row[(i + 1) % 3][j - 2] + 1);
                }
            }
        }
        return row[string.length() % 3][other.length()];
    }

    private static boolean same(String string, int at, String other, int otherAt) {
        return string.charAt(at) == other.charAt(otherAt);
    }
}
