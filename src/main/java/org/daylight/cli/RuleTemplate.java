package org.daylight.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.daylight.scheme.ServiceEntry;

/**
 * A rule to begin with, and its cases. It fires only when somebody asks about a day long ago, so that until its author rewrites
 * it, it changes no decision that anybody waits for.
 */
final class RuleTemplate {
    private RuleTemplate() {}

    static FileTemplates of(RuleBase rules, String name) {
        // A service without attributes makes the shorter case.
        ServiceEntry service = rules.scheme().services().stream()
                .min(Comparator.comparing(candidate -> candidate.request() == null ? 0 : 1))
                .orElseThrow();
        String[] values = {
            rules.scheme().packageName(), name, service.id(), attributes(rules, Optional.ofNullable(service.request()))
        };
        FileTemplates templates = new FileTemplates();
        templates.add(file(name) + ".drl", "rule/rule.drl", values);
        templates.add("cases/" + file(name) + ".yaml", "rule/cases/rule.yaml", values);
        return templates;
    }

    private static String file(String name) {
        String stem =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return stem.isEmpty() ? "rule" : stem;
    }

    private static String attributes(RuleBase rules, Optional<String> request) {
        List<Field> required = request.flatMap(type -> rules.types().find(type)).map(DeclaredType::fields).stream()
                .flatMap(List::stream)
                .filter(Field::required)
                .toList();
        return required.isEmpty()
                ? ""
                : required.stream()
                        .map(field -> field.name() + ": " + value(field))
                        .collect(Collectors.joining(", ", ", attributes: { ", " }"));
    }

    private static String value(Field field) {
        return switch (field.type()) {
            case TEXT, OTHER -> "text";
            case INT, LONG, DECIMAL -> "1";
            case TRUTH -> "true";
            case DATE -> "\"1999-12-31\"";
            case INSTANT -> "\"1999-12-31T09:00:00Z\"";
            case CHOICE -> field.choices().get(0);
        };
    }
}
