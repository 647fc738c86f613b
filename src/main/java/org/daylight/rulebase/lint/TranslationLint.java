package org.daylight.rulebase.lint;

import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Catalogue.Section;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ServiceEntry;
import org.jspecify.annotations.Nullable;

/** Who is told in another language should be told everything in it: what a catalogue leaves out is said in the rules' language. */
final class TranslationLint implements Lint {
    private static final ProblemCode CODE = ProblemCode.MISSING_TRANSLATION;

    @Override
    public void check(SchemeSource scheme, Warnings warnings) {
        for (Catalogue catalogue : scheme.scheme().catalogues().values()) {
            Place top = Place.ofLine(catalogue.file(), 1);
            for (SourceRule rule : scheme.rules()) {
                if (rule.annotations().containsKey("reason")) {
                    String fix = "write `" + rule.name() + ": …` under `reasons`";
                    check(catalogue, Section.REASONS, rule.name(), "the rule", rule.place(), fix, warnings);
                }
            }
            for (ServiceEntry service : scheme.scheme().services()) {
                Place listed = new Place(SchemeSource.MANIFEST, scheme.lineOfService(service.id()), 0);
                String fix = "write `" + service.id() + ": …` under `services`";
                check(catalogue, Section.SERVICES, service.id(), "the service", listed, fix, warnings);
            }
            for (DeclaredType type : scheme.types().byName().values()) {
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
            String what,
            Place allowedAt,
            @Nullable String fix,
            Warnings warnings) {
        if (catalogue.find(section, key).isEmpty()) {
            warnings.about(
                    Place.ofLine(catalogue.file(), 1),
                    allowedAt,
                    CODE,
                    what + " `" + key + "` is not said in `"
                            + catalogue.language().toLanguageTag() + "`",
                    fix);
        }
    }
}
