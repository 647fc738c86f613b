package org.daylight.rulebase.lint;

import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Catalogue.Section;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.ServiceEntry;
import org.jspecify.annotations.Nullable;

/** A catalogue should translate everything: a text it lacks is given in the rules' language. */
final class TranslationLint implements Lint {
    private static final ProblemCode CODE = ProblemCode.MISSING_TRANSLATION;

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        for (Catalogue catalogue : source.scheme().catalogues().values()) {
            Place top = Place.ofLine(catalogue.file(), 1);
            for (SourceRule rule : source.rules()) {
                if (rule.annotations().containsKey("reason")) {
                    String fix = "write `" + rule.name() + ": …` under `reasons`";
                    check(catalogue, Section.REASONS, rule.name(), "the rule", rule.place(), fix, warnings);
                }
            }
            for (ServiceEntry service : source.scheme().services()) {
                Place listed = new Place(Manifest.FILE, source.lineOfService(service.id()), 0);
                String fix = "write `" + service.id() + ": …` under `services`";
                check(catalogue, Section.SERVICES, service.id(), "the service", listed, fix, warnings);
            }
            for (DeclaredType type : source.types().byName().values()) {
                if (type.isChangeable()) {
                    Place declared = type.place();
                    String fix = "write `" + type.name() + ": …` under `types`";
                    check(catalogue, Section.TYPES, type.name(), "the changeable type", declared, fix, warnings);
                }
            }
            check(catalogue, Section.MANIFEST, Catalogue.TITLE, "the scheme's", top, null, warnings);
        }
    }

    private static void check(
            Catalogue catalogue,
            Section section,
            String key,
            String subject,
            Place allowedAt,
            @Nullable String fix,
            Warnings warnings) {
        if (catalogue.find(section, key).isEmpty()) {
            warnings.about(
                    Place.ofLine(catalogue.file(), 1),
                    allowedAt,
                    CODE,
                    subject + " `" + key + "` is not said in `"
                            + catalogue.language().toLanguageTag() + "`",
                    fix);
        }
    }
}
