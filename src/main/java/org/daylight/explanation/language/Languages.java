package org.daylight.explanation.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Scheme;
import org.jspecify.annotations.Nullable;

/** Which language somebody is told in: one that the scheme speaks. */
public final class Languages {
    private Languages() {}

    /** The rules' own language first, then those of the catalogues. */
    public static List<Locale> of(Scheme scheme) {
        List<Locale> languages = new ArrayList<>();
        languages.add(scheme.manifest().language());
        scheme.catalogues().values().stream()
                .map(Catalogue::language)
                .filter(language -> !languages.contains(language))
                .forEach(languages::add);
        return languages;
    }

    /**
     * The language that fits best, as RFC 4647 looks it up; the rules' own where none does.
     *
     * @param accepted as HTTP's {@code Accept-Language} or the command line give it; null for no wish
     */
    public static Locale choose(Scheme scheme, @Nullable String accepted) {
        List<Locale> spoken = of(scheme);
        if (accepted == null || accepted.isBlank()) {
            return spoken.get(0);
        }
        List<Locale.LanguageRange> wishes;
        try {
            wishes = Locale.LanguageRange.parse(accepted.strip());
        } catch (IllegalArgumentException notRanges) {
            return spoken.get(0);
        }
        for (Locale.LanguageRange wish : wishes) {
            if (wish.getWeight() > 0) {
                List<Locale.LanguageRange> list = List.of(new Locale.LanguageRange(wish.getRange()));
                Locale found = Locale.lookup(list, spoken);
                // Whoever asks for `en` is content with `en-GB`.
                List<Locale> wider = found == null ? Locale.filter(list, spoken) : List.of(found);
                if (!wider.isEmpty()) {
                    return wider.get(0);
                }
            }
        }
        return spoken.get(0);
    }
}
