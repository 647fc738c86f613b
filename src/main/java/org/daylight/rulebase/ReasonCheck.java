package org.daylight.rulebase;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Declaration;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;

/** Checks, on the compiled rules, that every place in every reason can be filled in from the rule's own bindings. */
final class ReasonCheck {
    /** Types that may hold a whole number; an accumulation's result may be declared as no more than an object. */
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, Integer.class, Long.class, Number.class, Object.class);

    private ReasonCheck() {}

    static void check(KieBase engine, SchemeSource source, Problems problems) {
        Scheme scheme = source.scheme();
        for (Rule compiled : engine.getKiePackage(scheme.packageName()).getRules()) {
            RuleText rule = source.texts().get(compiled.getName());
            if (rule != null && rule.reason() != null) {
                Map<String, Declaration> bindings = ((RuleImpl) compiled).getDeclarations();
                rule.reason().places().forEach(place -> check(rule.place(), place, bindings, problems));
                for (Catalogue catalogue : scheme.catalogues().values()) {
                    Catalogue.Text translation =
                            catalogue.section(Catalogue.Section.REASONS).get(rule.name());
                    if (translation != null) {
                        Place at = Place.ofLine(catalogue.file(), translation.line());
                        ReasonTemplate reason = ReasonTemplate.parse(translation.text());
                        reason.places().forEach(place -> check(at, place, bindings, problems));
                    }
                }
            }
        }
    }

    private static void check(
            Place at, ReasonTemplate.Place place, Map<String, Declaration> bindings, Problems problems) {
        Declaration declaration = bindings.get(place.binding());
        if (declaration == null) {
            Set<String> known = bindings.keySet().stream()
                    .filter(name -> !name.startsWith("GENERATED"))
                    .collect(Collectors.toSet());
            report(
                    at,
                    "`" + place.binding() + "` in the reason is bound by no condition",
                    Nearest.fix(place.binding(), known),
                    problems);
            return;
        }
        Class<?> type = declaration.getDeclarationClass();
        for (String field : place.fields()) {
            Optional<Class<?>> next = type == null
                    ? Optional.empty()
                    : FactProperties.find(type, field).map(method -> (Class<?>) method.getReturnType());
            if (next.isEmpty()) {
                report(
                        at,
                        "`" + place.binding() + "` has no field `" + field + "`",
                        type == null
                                ? null
                                : Nearest.fix(field, FactProperties.of(type).keySet()),
                        problems);
                return;
            }
            type = next.get();
        }
        if (type != null && !ShownData.mayHold(type)) {
            report(
                    at,
                    "`" + shown(place) + "` in the reason is no value that can be shown; expected text, a number, a date, a truth"
                            + " value, a choice, or a list of them",
                    fix(place, type),
                    problems);
            return;
        }
        if (place.decimals() > 0 && type != null && !WHOLE.contains(type)) {
            report(
                    at,
                    "`" + place.binding() + "` is no whole number, and cannot be shown with " + place.decimals()
                            + " decimals",
                    null,
                    problems);
        }
    }

    private static String shown(ReasonTemplate.Place place) {
        return place.fields().isEmpty() ? place.binding() : place.binding() + "." + String.join(".", place.fields());
    }

    private static @Nullable String fix(ReasonTemplate.Place place, Class<?> type) {
        return FactProperties.of(type).entrySet().stream()
                .filter(field -> ShownData.mayHold(field.getValue().getReturnType()))
                .findFirst()
                .map(field -> "show one of its fields, such as `{" + shown(place) + "." + field.getKey() + "}`")
                .orElse(null);
    }

    private static void report(Place at, String message, @Nullable String fix, Problems problems) {
        problems.error(ProblemCode.BAD_REASON, at, message, fix);
    }
}
