package org.daylight.scheme;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file of a scheme folder is, which its path alone says. */
enum SchemeFile {
    MANIFEST,
    NOTICE,
    RULES,
    TABLE,
    CATALOGUE,
    CASES,
    /** For people who keep the scheme; never read. */
    PROSE,
    /** Looks as if it were read, or as nothing that is known. */
    UNREAD;

    static final String CASE_FOLDER = "cases/";

    /** Endings of what is read; a name that has one anywhere else, or in other letters, was meant to be read. */
    private static final Pattern READ = Pattern.compile("\\.(drl|ya?ml|csv|tsv)(?![a-z0-9])");

    private static final Set<String> PROSE_ENDINGS = Set.of("md", "txt", "pdf", "png", "jpg", "jpeg", "svg");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9_-]*");

    static SchemeFile of(String path) {
        boolean inside = path.contains("/");
        if (path.startsWith(CASE_FOLDER) && path.endsWith(".yaml")) {
            return CASES;
        }
        if (path.equals(Manifest.FILE)) {
            return MANIFEST;
        }
        if (path.equals(Notice.FILE)) {
            return NOTICE;
        }
        if (path.endsWith(".drl") && !path.startsWith(CASE_FOLDER)) {
            return RULES;
        }
        if (path.endsWith(ParameterTable.ENDING) && !inside) {
            return TABLE;
        }
        if (CatalogueReader.FILE.matcher(path).matches()) {
            return CATALOGUE;
        }
        return isProse(path.substring(path.lastIndexOf('/') + 1)) ? PROSE : UNREAD;
    }

    private static boolean isProse(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean known = PROSE_ENDINGS.contains(lower.substring(lower.lastIndexOf('.') + 1))
                || CAPITALS.matcher(name).matches();
        return known && !lower.equals(Notice.FILE) && !READ.matcher(lower).find();
    }

    /** Whether it must be text. */
    boolean isText(String path) {
        return (this != PROSE && this != UNREAD) || path.endsWith(".md");
    }
}
