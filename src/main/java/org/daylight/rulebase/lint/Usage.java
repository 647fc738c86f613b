package org.daylight.rulebase.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.jspecify.annotations.Nullable;

/** The types and fields that the rules of a scheme mention. */
final class Usage {
    private static final Pattern IN_REASON = Pattern.compile("([$\\w]+)\\.(\\w+)");
    private static final Pattern GETTER = Pattern.compile("(?:get|is|set)([A-Z]\\w*)");

    private final Set<String> types = new HashSet<>();
    private final Map<String, Set<String>> fields = new HashMap<>();
    /** Words of functions and of bindings without a type: each may name a type, or a field of any type. */
    private final Set<String> words = new HashSet<>();

    Usage(SchemeSource source) {
        for (SourceRule rule : source.allRules()) {
            conditions(rule);
            consequence(source, rule);
        }
        source.files().forEach(file -> file.content()
                .getFunctions()
                .forEach(function -> Tokens.of(String.valueOf(function.getBody()), 0).stream()
                        .filter(Token::isWord)
                        .forEach(word -> words.add(field(word.text())))));
    }

    boolean mentions(String type) {
        return types.contains(type) || words.contains(type);
    }

    boolean reads(String type, String field) {
        return words.contains(field) || fields.getOrDefault(type, Set.of()).contains(field);
    }

    private void conditions(SourceRule rule) {
        for (var pattern : rule.patterns()) {
            types.add(pattern.type());
            pattern.constraints().stream()
                    .flatMap(constraint -> constraint.tokens().stream())
                    .filter(Token::isWord)
                    .forEach(word -> note(pattern.type(), word.text()));
        }
    }

    private void consequence(SchemeSource source, SourceRule rule) {
        Map<String, BoundVariable> bindings = source.bindings(rule);
        Matcher matcher = IN_REASON.matcher(rule.annotations().getOrDefault("reason", ""));
        while (matcher.find()) {
            member(bindings.get(matcher.group(1)), matcher.group(2));
        }
        members(rule.consequence(), bindings);
        rule.code().forEach(code -> members(code, bindings));
        rule.accumulations().forEach(accumulation -> members(accumulation.argument(), bindings));
        rule.patterns().forEach(pattern -> pattern.constraints()
                .forEach(constraint -> members(constraint.tokens(), bindings)));
    }

    private void members(List<Token> code, Map<String, BoundVariable> bindings) {
        for (int at = 0; at < code.size(); at++) {
            if (code.get(at).isWord()) {
                types.add(code.get(at).text());
            }
            if (at + 2 < code.size()
                    && code.get(at + 1).is(".")
                    && code.get(at + 2).isWord()) {
                member(bindings.get(code.get(at).text()), code.get(at + 2).text());
            }
        }
    }

    private void member(@Nullable BoundVariable binding, String name) {
        if (binding == null) {
            return;
        }
        if (binding.type() != null && binding.wholeMatch()) {
            note(binding.type(), name);
        } else {
            words.add(field(name));
        }
    }

    private void note(String type, String word) {
        fields.computeIfAbsent(type, none -> new HashSet<>()).add(field(word));
    }

    private static String field(String word) {
        Matcher getter = GETTER.matcher(word);
        if (!getter.matches()) {
            return word;
        }
        String name = getter.group(1);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
