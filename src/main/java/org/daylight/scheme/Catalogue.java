package org.daylight.scheme;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A scheme's texts in one more language: {@code reasons.<language>.yaml} beside its rules. A text it lacks is given as the
 * rules give it.
 *
 * @param file path inside the scheme folder
 * @param language from the file's name
 * @param sections texts by section and key; every section is there, may be empty
 */
public record Catalogue(String file, Locale language, Map<Section, SortedMap<String, Text>> sections) {
    /** The manifest's own texts, as keys of {@link Section#MANIFEST}. */
    public static final String TITLE = "title";

    public static final String PURPOSE = "purpose";
    public static final String OWNER = "owner";

    /** The kinds of text, each with the key by which its texts are found. */
    public enum Section {
        /** Title, purpose, owner; they stand at the file's top level. */
        MANIFEST,
        /** By id. */
        SERVICES,
        /** By name. */
        BANDS,
        /** By rule name; with the places of the rule's own reason. */
        REASONS,
        /** By the citation as the rule gives it. */
        CITES,
        /** By the name a rule gives a term. */
        TERMS,
        /** By name of a declared type. */
        TYPES,
        /** By {@code Type.field}. */
        FIELDS,
        /** By constant of a declared enum. */
        CHOICES
    }

    /**
     * One text.
     *
     * @param line 1-based line in the file
     */
    public record Text(String text, int line) {}

    public Catalogue {
        sections = Collections.unmodifiableMap(new TreeMap<>(sections));
    }

    public SortedMap<String, Text> section(Section section) {
        return sections.getOrDefault(section, Collections.emptySortedMap());
    }

    public Optional<String> find(Section section, String key) {
        return Optional.ofNullable(section(section).get(key)).map(Text::text);
    }
}
