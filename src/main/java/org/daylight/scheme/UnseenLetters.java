package org.daylight.scheme;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;

/**
 * Refuses letters of a scheme's files that nobody sees, or that make others appear in another order than they stand in: what an author,
 * and whoever checks the author's work, reads would not be what the rules say. Joiners and marks that scripts are written with stay.
 */
public final class UnseenLetters {
    private static final String TURNING = "\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";
    private static final String UNSEEN =
            "\\x{AD}\\x{180E}\\x{200B}\\x{2060}-\\x{2064}\\x{206A}-\\x{206F}\\x{FDD0}-\\x{FDEF}"
                    + "\\x{FFF9}-\\x{FFFB}\\x{FFFE}\\x{FFFF}\\x{E0000}-\\x{E007F}";
    private static final Pattern REFUSED = Pattern.compile("[" + TURNING + UNSEEN + "]");
    private static final Pattern TURNS = Pattern.compile("[" + TURNING + "]");
    /** More of them in one file say no more. */
    private static final int MOST_TOLD = 20;

    private UnseenLetters() {}

    static void check(String file, String text, Problems problems) {
        Matcher found = REFUSED.matcher(text);
        int line = 1;
        int lineStart = 0;
        for (int told = 0; told < MOST_TOLD && found.find(); told++) {
            for (int end = text.indexOf('\n', lineStart); end >= 0 && end < found.start(); ) {
                line++;
                lineStart = end + 1;
                end = text.indexOf('\n', lineStart);
            }
            Place place = new Place(file, line, found.start() - lineStart + 1);
            problems.error(ProblemCode.CONTROL_CHARACTER, place, message(found.group()), "delete it");
        }
    }

    /** Whether a letter is told of wherever it stands in a file. */
    public static boolean isTold(int letter) {
        return areIn(Character.toString(letter));
    }

    /** Whether a text has any, however it was written. */
    static boolean areIn(String text) {
        return REFUSED.matcher(text).find();
    }

    private static String message(String letter) {
        int point = letter.codePointAt(0);
        String name = String.format(
                "%s (U+%04X)", String.valueOf(Character.getName(point)).toLowerCase(Locale.ROOT), point);
        String known = name.startsWith("null") ? name.substring("null ".length()) : name;
        return TURNS.matcher(letter).matches()
                ? "a letter stands here that turns the order in which others are shown: " + known
                : "a letter stands here that nobody can see: " + known;
    }
}
