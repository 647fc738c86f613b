package org.daylight.rulebase.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;

/** Reads what rule files say about each rule beside what the engine compiles: place, reason, citation, fields read. */
public final class RuleReader {
    private static final String REASON = "reason";
    private static final String CITES = "cites";

    private RuleReader() {}

    /** By name, in the order of files and lines. */
    public static Map<String, RuleText> read(List<RuleFile> files, Problems problems) {
        Map<String, Written> written = new LinkedHashMap<>();
        for (RuleFile file : files) {
            for (RuleDescr rule : file.content().getRules()) {
                Written earlier = written.putIfAbsent(rule.getName(), new Written(file.path(), rule));
                if (earlier != null) {
                    problems.error(
                            ProblemCode.DUPLICATE_RULE,
                            Place.ofLine(file.path(), rule.getLine()),
                            "`" + rule.getName() + "` is the name of another rule at " + earlier.file() + ":"
                                    + earlier.rule().getLine());
                }
            }
        }
        Map<String, RuleConditions> conditions = new LinkedHashMap<>();
        written.forEach((name, one) -> conditions.put(name, RuleConditions.of(one.rule())));
        Set<String> onStanding = StandingTaint.of(conditions, superTypes(files));
        Map<String, RuleText> rules = new LinkedHashMap<>();
        written.forEach((name, one) -> {
            if (!one.rule().isQuery()) {
                rules.put(name, text(one, conditions, onStanding.contains(name), problems));
            }
        });
        return rules;
    }

    private static Map<String, String> superTypes(List<RuleFile> files) {
        Map<String, String> superTypes = new HashMap<>();
        for (RuleFile file : files) {
            for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
                if (!type.getSuperTypes().isEmpty()) {
                    superTypes.put(
                            type.getTypeName(), type.getSuperTypes().get(0).getName());
                }
            }
        }
        return superTypes;
    }

    private record Written(String file, RuleDescr rule) {}

    private static RuleText text(
            Written written, Map<String, RuleConditions> conditions, boolean onStanding, Problems problems) {
        RuleDescr rule = written.rule();
        String reason = annotation(rule, REASON);
        ReasonTemplate template = reason == null ? null : ReasonTemplate.parse(reason);
        if (template != null && !template.unfillable().isEmpty()) {
            problems.error(
                    ProblemCode.BAD_REASON,
                    Place.ofLine(written.file(), rule.getLine()),
                    "`" + template.unfillable() + "` in the reason cannot be filled in",
                    "write `{$binding}` or `{$binding.field}`");
        }
        return new RuleText(
                rule.getName(),
                written.file(),
                rule.getLine(),
                template,
                annotation(rule, CITES),
                RuleConditions.reads(rule, conditions, reason == null ? "" : reason),
                onStanding);
    }

    private static @Nullable String annotation(RuleDescr rule, String name) {
        AnnotationDescr annotation = rule.getAnnotation(name);
        return annotation == null ? null : unquoted(annotation.getSingleValueAsString());
    }

    /** The parser keeps a text's quotes and escapes as written. */
    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).translateEscapes() : text;
    }
}
