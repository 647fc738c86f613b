package org.daylight.rulebase.check;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Band;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Catalogue.Section;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Types;
import org.jspecify.annotations.Nullable;

/** Checks that everything a catalogue translates exists, and that its reasons are well written. */
record CatalogueCheck(Catalogue catalogue, Problems problems) {
    static void check(SchemeSource source, Problems problems) {
        Scheme scheme = source.scheme();
        Types types = source.types();
        Map<String, RuleText> rules = source.texts();
        for (Catalogue catalogue : scheme.catalogues().values()) {
            CatalogueCheck check = new CatalogueCheck(catalogue, problems);
            check.checkKeys(
                    Section.SERVICES,
                    ProblemCode.UNKNOWN_SERVICE,
                    "is no service of the scheme",
                    scheme.services().stream().map(ServiceEntry::id).toList());
            check.checkKeys(
                    Section.BANDS,
                    ProblemCode.UNKNOWN_NAME,
                    "is no band of the scheme",
                    scheme.manifest().bands().stream().map(Band::name).toList());
            check.checkKeys(
                    Section.TYPES,
                    ProblemCode.UNKNOWN_TYPE,
                    "is declared by no rule file",
                    types.byName().keySet());
            check.checkKeys(Section.FIELDS, ProblemCode.UNKNOWN_NAME, "is no field of a declared type", fields(types));
            check.checkKeys(
                    Section.CHOICES, ProblemCode.UNKNOWN_NAME, "is a constant of no declared enum", source.choices());
            check.checkKeys(Section.TERMS, ProblemCode.UNKNOWN_NAME, "is a term that no rule sets", source.terms());
            check.checkKeys(
                    Section.CITES,
                    ProblemCode.UNKNOWN_NAME,
                    "is cited by no rule",
                    rules.values().stream()
                            .map(RuleText::cites)
                            .filter(cites -> cites != null)
                            .collect(Collectors.toCollection(TreeSet::new)));
            check.checkKeys(Section.REASONS, ProblemCode.UNKNOWN_RULE, "is the name of no rule", rules.keySet());
            check.reasons(rules);
        }
    }

    private void checkKeys(Section section, ProblemCode code, String mistake, Collection<String> known) {
        catalogue.section(section).forEach((key, text) -> {
            if (!known.contains(key)) {
                report(code, text.line(), "`" + key + "` " + mistake, Nearest.fix(key, known));
            }
        });
    }

    private void reasons(Map<String, RuleText> rules) {
        catalogue.section(Section.REASONS).forEach((name, text) -> {
            RuleText rule = rules.get(name);
            String unfillable = ReasonTemplate.parse(text.text()).unfillable();
            if (!unfillable.isEmpty()) {
                report(
                        ProblemCode.BAD_REASON,
                        text.line(),
                        "`" + unfillable + "` in the reason cannot be filled in",
                        "write `{$binding}` or `{$binding.field}`");
            }
            if (rule != null && rule.reason() == null) {
                report(
                        ProblemCode.UNKNOWN_RULE,
                        text.line(),
                        "`" + name + "` gives no reason that could be said in another language",
                        null);
            }
        });
    }

    private void report(ProblemCode code, int line, String message, @Nullable String fix) {
        problems.error(code, Place.ofLine(catalogue.file(), line), message, fix);
    }

    private static Set<String> fields(Types types) {
        Set<String> fields = new TreeSet<>();
        for (DeclaredType type : types.byName().values()) {
            type.fields().forEach(field -> fields.add(type.name() + "." + field.name()));
        }
        return fields;
    }
}
