package org.daylight.rulebase.lint;

import java.util.Locale;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Catalogue.Section;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.ServiceEntry;

/** A catalogue should translate everything: a text it lacks is given in the rules' language. */
final class TranslationLint implements Lint {
    @Override
    public void check(SchemeSource source, Warnings warnings) {
        for (Catalogue catalogue : source.scheme().catalogues().values()) {
            for (SourceRule rule : source.rules()) {
                if (rule.annotations().containsKey("reason")) {
                    check(catalogue, Section.REASONS, rule.name(), "the rule", rule.place(), warnings);
                }
            }
            for (ServiceEntry service : source.scheme().services()) {
                Place listed = Place.ofLine(Manifest.FILE, source.lineOfService(service.id()));
                check(catalogue, Section.SERVICES, service.id(), "the service", listed, warnings);
            }
            for (DeclaredType type : source.types().byName().values()) {
                if (type.isChangeable()) {
                    check(catalogue, Section.TYPES, type.name(), "the changeable type", type.place(), warnings);
                }
            }
            Place top = Place.ofLine(catalogue.file(), 1);
            check(catalogue, Section.MANIFEST, Catalogue.TITLE, "the scheme's", top, warnings);
        }
    }

    private static void check(
            Catalogue catalogue, Section section, String key, String subject, Place allowedAt, Warnings warnings) {
        if (catalogue.find(section, key).isEmpty()) {
            String language = catalogue.language().toLanguageTag();
            warnings.about(
                    Place.ofLine(catalogue.file(), 1),
                    allowedAt,
                    ProblemCode.MISSING_TRANSLATION,
                    subject + " `" + key + "` is not said in `" + language + "`",
                    section == Section.MANIFEST
                            ? null
                            : "write `" + key + ": …` under `" + section.name().toLowerCase(Locale.ROOT) + "`");
        }
    }
}
