package org.daylight.scheme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Refuses files that an author must take for read and that are not, and names that some machines cannot tell apart. */
final class FileNames {
    /** Letters that look like nothing or change how others look, and what stands for bytes that are no letter. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\x{FFFD}]");

    private FileNames() {}

    static void check(SchemeFolder folder, Problems problems) {
        Map<String, String> seen = new HashMap<>();
        for (String path : folder.files().keySet()) {
            String alike = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            String other = seen.putIfAbsent(alike, path);
            if (other != null) {
                problems.error(
                        ProblemCode.COLLIDING_FILES,
                        Place.ofFile(path),
                        "only capitals tell this from `" + other + "`, which some machines cannot",
                        "rename one of the two");
            }
            if (UNSEEN.matcher(path).find()) {
                problems.error(
                        ProblemCode.UNREAD_FILE,
                        Place.ofFile(path),
                        "the file's name has letters that nobody can see",
                        "rename it");
            } else if (SchemeFile.of(path) == SchemeFile.UNREAD) {
                problems.error(
                        ProblemCode.UNREAD_FILE, Place.ofFile(path), "no file of this name is read", fix(path, folder));
            }
        }
    }

    private static String fix(String path, SchemeFolder folder) {
        String near = near(path, folder);
        return near == null
                ? "take it out of the folder, or let its name begin with a dot if it is meant to lie here unread"
                : "name it `" + near + "`";
    }

    /** The name under which it would be read; null when it resembles none. */
    private static @Nullable String near(String path, SchemeFolder folder) {
        List<String> candidates = new ArrayList<>();
        for (String spelt : List.of(path, path.toLowerCase(Locale.ROOT))) {
            String ending = spelt.replaceFirst("(?i)\\.ya?ml$", ".yaml")
                    .replaceFirst("(?i)\\.[ct]sv$", ".csv")
                    .replaceFirst("(?i)\\.drl$", ".drl");
            candidates.add(ending);
            candidates.add(ending.replaceFirst("(\\.(drl|yaml|csv))\\.[A-Za-z0-9]+$", "$1"));
            candidates.add(ending.replaceFirst(".*/", ""));
        }
        return candidates.stream()
                .filter(name -> isRead(name)
                        && folder.files().keySet().stream()
                                .noneMatch(other -> !other.equals(path) && other.equalsIgnoreCase(name)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isRead(String name) {
        SchemeFile kind = SchemeFile.of(name);
        return kind != SchemeFile.PROSE && kind != SchemeFile.UNREAD;
    }
}
