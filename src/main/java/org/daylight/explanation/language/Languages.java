package org.daylight.explanation.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Scheme;
import org.jspecify.annotations.Nullable;

/** Chooses the language somebody is told in, among those that a scheme has. */
final class Languages {
    private Languages() {}

    /** Returns the rules' own language first, then those of the catalogues. */
    static List<Locale> of(Scheme scheme) {
        List<Locale> languages = new ArrayList<>();
        languages.add(scheme.manifest().language());
        scheme.catalogues().values().stream()
                .map(Catalogue::language)
                .filter(language -> !languages.contains(language))
                .forEach(languages::add);
        return languages;
    }

    /**
     * Chooses the language that fits best, as RFC 4647 looks it up; the rules' own where none does.
     *
     * @param accepted as HTTP's {@code Accept-Language} or the command line give it; null for no wish
     */
    static Locale choose(Scheme scheme, @Nullable String accepted) {
        List<Locale> languages = of(scheme);
        if (accepted == null || accepted.isBlank()) {
            return languages.get(0);
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(accepted.strip());
        } catch (IllegalArgumentException notRanges) {
            return languages.get(0);
        }
        for (Locale.LanguageRange range : ranges) {
            if (range.getWeight() > 0) {
                List<Locale.LanguageRange> unweighted = List.of(new Locale.LanguageRange(range.getRange()));
                Locale closest = Locale.lookup(unweighted, languages);
                // A reader of `en` understands `en-GB`, which a look-up does not find.
                List<Locale> matching = closest == null ? Locale.filter(unweighted, languages) : List.of(closest);
                if (!matching.isEmpty()) {
                    return matching.get(0);
                }
            }
        }
        return languages.get(0);
    }
}
