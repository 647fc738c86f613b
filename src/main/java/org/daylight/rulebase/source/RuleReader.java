package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a rule that the engine does not compile: reason and citation; and the fields it reads. */
final class RuleReader {
    private static final Pattern GETTER = Pattern.compile("(?:get|is)([A-Z])(\\w*)");

    /** Lines that one problem names; more say no more. */
    private static final int MOST_LINES = 5;

    private final Map<String, SourceRule> rulesByName = new LinkedHashMap<>();
    private final Map<String, List<SourceRule>> laterOfName = new LinkedHashMap<>();
    private final List<SourceRule> rules;
    private final Problems problems;

    private RuleReader(List<SourceRule> rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** The texts of the rules, by name, in the order of files and lines. */
    static Map<String, RuleText> read(List<SourceRule> rules, Problems problems) {
        RuleReader reader = new RuleReader(rules, problems);
        rules.forEach(reader::collect);
        reader.reportSameNames();
        Map<String, RuleText> texts = new LinkedHashMap<>();
        reader.rulesByName.forEach((name, rule) -> {
            if (!rule.isQuery()) {
                texts.put(name, reader.text(rule));
            }
        });
        return texts;
    }

    private void collect(SourceRule rule) {
        if (rulesByName.putIfAbsent(rule.name(), rule) != null) {
            laterOfName.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule);
        }
    }

    private void reportSameNames() {
        laterOfName.forEach((name, later) -> {
            SourceRule first = Objects.requireNonNull(rulesByName.get(name));
            String others = later.stream()
                    .skip(1)
                    .limit(MOST_LINES)
                    .map(rule -> ", " + at(rule))
                    .collect(Collectors.joining());
            String more = later.size() - 1 > MOST_LINES ? " and " + (later.size() - 1 - MOST_LINES) + " more" : "";
            problems.error(
                    ProblemCode.DUPLICATE_RULE,
                    Place.ofLine(later.get(0).file().path(), later.get(0).line()),
                    "`" + name + "` is the name of another rule at " + at(first) + others + more);
        });
    }

    private static String at(SourceRule rule) {
        return rule.file().path() + ":" + rule.line();
    }

    private RuleText text(SourceRule rule) {
        String reason = annotation(rule, "reason");
        ReasonTemplate template = reason == null ? null : ReasonTemplate.parse(reason);
        String file = rule.file().path();
        int line = rule.line();
        if (template != null && !template.unfillable().isEmpty()) {
            problems.error(
                    ProblemCode.BAD_REASON,
                    Place.ofLine(file, line),
                    "`" + template.unfillable() + "` in the reason cannot be filled in",
                    "write `{$binding}` or `{$binding.field}`");
        }
        Map<String, Set<String>> reads = reads(rule.family(rules), reason == null ? "" : reason);
        return new RuleText(rule.name(), file, line, template, annotation(rule, "cites"), reads);
    }

    private static Map<String, Set<String>> reads(List<SourceRule> family, String reason) {
        Map<String, Set<String>> reads = new HashMap<>();
        Map<String, String> typeByBinding = new HashMap<>();
        List<String> texts = new ArrayList<>(List.of(reason));
        for (SourceRule rule : family) {
            texts.addAll(rule.expressions());
            for (SourcePattern pattern : rule.patterns()) {
                if (pattern.binding() != null) {
                    typeByBinding.put(pattern.binding(), pattern.type());
                }
                if (pattern.matchesData()) {
                    reads.computeIfAbsent(pattern.type(), type -> new HashSet<>())
                            .addAll(fields(pattern));
                }
            }
        }
        typeByBinding.forEach((binding, type) -> {
            Pattern property = Pattern.compile(Pattern.quote(binding) + "\\s*!?\\.\\s*(\\w+)");
            texts.stream().flatMap(text -> property.matcher(text).results()).forEach(match -> reads.computeIfAbsent(
                            type, none -> new HashSet<>())
                    .add(field(match.group(1))));
        });
        return reads;
    }

    /** Every word of a pattern's conditions that may be a field of its type. */
    private static Set<String> fields(SourcePattern pattern) {
        Set<String> fields = new HashSet<>();
        for (SourceConstraint constraint : pattern.constraints()) {
            List<Token> tokens = constraint.tokens();
            for (int at = 0; at < tokens.size(); at++) {
                if (tokens.get(at).isWord() && !Tokens.matches(tokens, at - 1, ".")) {
                    fields.add(tokens.get(at).text());
                }
            }
        }
        return fields;
    }

    private static String field(String property) {
        Matcher getter = GETTER.matcher(property);
        return getter.matches() ? getter.group(1).toLowerCase(Locale.ROOT) + getter.group(2) : property;
    }

    private static @Nullable String annotation(SourceRule rule, String name) {
        AnnotationDescr annotation = rule.content().getAnnotation(name);
        String value = annotation == null ? null : annotation.getSingleValueAsString();
        return value == null ? null : unquoted(value);
    }

    /** The text without quotes and escapes, which the parser keeps as written. */
    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") || text.startsWith("'"))
                && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1).translateEscapes() : text;
    }
}
