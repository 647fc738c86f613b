package org.daylight.scheme;

import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.Catalogue.Section;
import org.daylight.scheme.Catalogue.Text;
import org.jspecify.annotations.Nullable;

/** Reads the reason catalogues of a folder. */
final class CatalogueReader {
    static final Pattern FILE = Pattern.compile("reasons(?:\\.([^./]*))?\\.yaml");

    private CatalogueReader() {}

    /** By language tag. */
    static SortedMap<String, Catalogue> read(SchemeFolder folder, Problems problems) {
        SortedMap<String, Catalogue> catalogues = new TreeMap<>();
        folder.texts(SchemeFile.CATALOGUE).forEach((file, text) -> read(file, text, problems, catalogues));
        return catalogues;
    }

    private static void read(String file, String text, Problems problems, SortedMap<String, Catalogue> catalogues) {
        Matcher name = FILE.matcher(file);
        Optional<Locale> language = name.matches() ? language(name.group(1)) : Optional.empty();
        if (language.isEmpty()) {
            problems.error(
                    ProblemCode.UNKNOWN_LANGUAGE,
                    Place.ofFile(file),
                    "the file's name says no language",
                    "name it `reasons.<language>.yaml`, such as `reasons.de.yaml`");
            return;
        }
        YamlFile.parse(file, text, problems).ifPresent(yaml -> {
            Catalogue catalogue = new Catalogue(file, language.get(), sections(yaml));
            if (catalogues.putIfAbsent(language.get().toLanguageTag(), catalogue) != null) {
                problems.error(
                        ProblemCode.DUPLICATE_CATALOGUE,
                        Place.ofFile(file),
                        "there are two catalogues in this language");
            }
        });
    }

    /** A language tag (BCP 47) whose language Java knows; empty for anything else. */
    static Optional<Locale> language(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            boolean known = Set.of(Locale.getISOLanguages()).contains(locale.getLanguage());
            return known ? Optional.of(locale) : Optional.empty();
        } catch (IllformedLocaleException noTag) {
            return Optional.empty();
        }
    }

    private static Map<Section, SortedMap<String, Text>> sections(YamlMap yaml) {
        Map<Section, SortedMap<String, Text>> sections = new EnumMap<>(Section.class);
        Set<String> manifestKeys = Set.of(Catalogue.TITLE, Catalogue.PURPOSE, Catalogue.OWNER);
        sections.put(Section.MANIFEST, texts(yaml, manifestKeys));
        for (Section section : Section.values()) {
            if (section != Section.MANIFEST) {
                String key = section.name().toLowerCase(Locale.ROOT);
                sections.put(
                        section,
                        yaml.map(key).map(map -> texts(map, map.keys())).orElseGet(TreeMap::new));
            }
        }
        yaml.refuseUnknownKeys();
        return sections;
    }

    private static SortedMap<String, Text> texts(YamlMap yaml, Set<String> keys) {
        SortedMap<String, Text> texts = new TreeMap<>();
        for (String key : keys) {
            yaml.optionalText(key).ifPresent(text -> texts.put(key, new Text(text, yaml.lineOf(key))));
        }
        return texts;
    }
}
