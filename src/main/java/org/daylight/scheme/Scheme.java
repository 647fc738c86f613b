package org.daylight.scheme;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A scheme folder that was read without a problem.
 *
 * @param id the folder's name
 * @param folder every file of it
 * @param manifest from {@code scheme.yaml}
 * @param notice from {@code notice.md}
 * @param catalogues what it says in other languages, by language tag
 */
public record Scheme(
        String id, SchemeFolder folder, Manifest manifest, Notice notice, SortedMap<String, Catalogue> catalogues) {
    private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");

    public Scheme {
        catalogues = Collections.unmodifiableSortedMap(new TreeMap<>(catalogues));
    }

    public String revision() {
        return folder.revision();
    }

    /** The package its DRL files must name: the id, with what Java does not allow in a name replaced. */
    public String packageName() {
        return id.replace('-', '_');
    }

    /** DRL files by path, in order; a carriage return alone ends a line as on old machines, which the parsers do not know. */
    public SortedMap<String, String> ruleFiles() {
        SortedMap<String, String> texts = folder.texts(SchemeFile.RULES);
        texts.replaceAll((path, text) -> LONE_RETURN.matcher(text).replaceAll("\n"));
        return texts;
    }

    /** How many DRL files there are, with those that are no text. */
    public int ruleFileCount() {
        return folder.paths(SchemeFile.RULES).size();
    }

    /** The same with other text in some rule files, by path. */
    public Scheme withRuleFiles(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>(folder.files());
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new Scheme(id, new SchemeFolder(files), manifest, notice, catalogues);
    }

    /** Parameter tables by path, in order. */
    public SortedMap<String, String> parameterFiles() {
        return folder.texts(SchemeFile.TABLE);
    }

    /** Case files by path, in order. */
    public SortedMap<String, String> caseFiles() {
        return folder.texts(SchemeFile.CASES);
    }

    public List<ServiceEntry> services() {
        return manifest.services();
    }
}
