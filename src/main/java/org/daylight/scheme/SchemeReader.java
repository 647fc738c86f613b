package org.daylight.scheme;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;

/** Turns a folder's files into a scheme, or into the problems that keep it from being one. */
public final class SchemeReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private SchemeReader() {}

    /** Reports to {@code problems}; present whenever the manifest could be read at all, so that more can be checked. */
    public static Optional<Scheme> read(String id, SchemeFolder folder, Problems problems) {
        if (!ID.matcher(id).matches()) {
            problems.error(
                    ProblemCode.BAD_SCHEME_ID,
                    Place.ofFile(Manifest.FILE),
                    "the folder's name `" + id + "` must be lower-case letters and digits, joined by `-`");
        }
        FileNames.check(folder, problems);
        folder.checkTexts(problems);
        Optional<Manifest> manifest =
                text(folder, Manifest.FILE, problems).flatMap(text -> ManifestReader.read(text, problems));
        Optional<Notice> notice = text(folder, Notice.FILE, problems).map(text -> notice(text, problems));
        SortedMap<String, Catalogue> catalogues = CatalogueReader.read(folder, problems);
        if (folder.paths(SchemeFile.RULES).isEmpty()) {
            problems.error(ProblemCode.NO_RULES, Place.ofFile(Manifest.FILE), "the folder has no `.drl` file");
        }
        return manifest.flatMap(content -> notice.map(shown -> new Scheme(id, folder, content, shown, catalogues)));
    }

    private static Notice notice(String text, Problems problems) {
        if (text.isBlank()) {
            problems.error(ProblemCode.EMPTY_NOTICE, Place.ofLine(Notice.FILE, 1), "the notice says nothing");
        }
        return new Notice(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    private static Optional<String> text(SchemeFolder folder, String file, Problems problems) {
        Optional<String> text = folder.text(file);
        if (!folder.files().containsKey(file)) {
            problems.error(ProblemCode.MISSING_FILE, Place.ofFile(file), "the scheme has no `" + file + "`");
        }
        return text;
    }
}
