package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * A rule, or a query, as written.
 *
 * @param content what the parser made of it
 * @param patterns of all conditions, however nested, in order
 * @param quantified every {@code not}, {@code exists} and {@code forall}, in the order in which they begin
 * @param code of {@code eval} and {@code from}
 * @param bindings by name
 * @param consequence behind {@code then}
 * @param expressions every piece of code in it, conditions among them, as written
 */
public record SourceRule(
        SourceFile file,
        RuleDescr content,
        List<SourcePattern> patterns,
        List<SourceText> quantified,
        List<Accumulation> accumulations,
        List<List<Token>> code,
        Map<String, BoundVariable> bindings,
        List<Token> consequence,
        List<String> expressions) {

    public String name() {
        return content.getName();
    }

    public boolean isQuery() {
        return content.isQuery();
    }

    /** The rule it extends. */
    public @Nullable String parent() {
        return content.getParentName();
    }

    /** This rule and those of a scheme's rules that it extends, the nearest first. */
    List<SourceRule> family(List<SourceRule> rules) {
        List<SourceRule> family = new ArrayList<>();
        Optional<SourceRule> next = Optional.of(this);
        while (next.isPresent() && !family.contains(next.get())) {
            String parent = next.get().parent();
            family.add(next.get());
            next = rules.stream().filter(rule -> rule.name().equals(parent)).findFirst();
        }
        return family;
    }

    /** The offset of its first character in its file. */
    public int offset() {
        return Math.max(0, content.getStartCharacter());
    }

    /** The offset of its last character. */
    public int end() {
        return Math.max(0, content.getEndCharacter());
    }

    /** Whether it, or its text, uses one of some names. */
    public boolean names(Set<String> names) {
        int end = Math.min(end() + 1, file.text().length());
        return Tokens.of(file.text().substring(offset(), Math.max(offset(), end)), offset()).stream()
                .anyMatch(token -> names.contains(token.unquoted()));
    }

    public int line() {
        return content.getLine();
    }

    public Place place() {
        return file.place(offset());
    }

    public String dialect() {
        AttributeDescr dialect = content.getAttributes().get("dialect");
        return dialect == null ? "java" : dialect.getValue().replace("\"", "");
    }

    /** The values of the annotations by name, without quotes; the empty text where there is none. */
    public Map<String, String> annotations() {
        Map<String, String> annotations = new HashMap<>();
        for (AnnotationDescr annotation : content.getAnnotations()) {
            String value = Objects.requireNonNullElse(annotation.getSingleValueAsString(), "");
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            annotations.put(annotation.getName(), quoted ? value.substring(1, value.length() - 1) : value);
        }
        return annotations;
    }

    public Stream<SourcePattern> required() {
        return patterns.stream().filter(SourcePattern::isRequired);
    }

    /** The calls of a verb in the consequence, each the tokens of its arguments. */
    public List<List<Token>> calls(String receiver, String verb) {
        List<List<Token>> calls = new ArrayList<>();
        for (int at = 0; at + 3 < consequence.size(); at++) {
            if (Tokens.matches(consequence, at, receiver, ".", verb, "(")) {
                calls.add(consequence.subList(at + 4, Tokens.closing(consequence, at + 3)));
            }
        }
        return calls;
    }

    /** The verbs that the consequence uses, {@code insert} among them, each once. */
    public List<String> verbs() {
        Set<String> verbs = new LinkedHashSet<>();
        for (int at = 0; at + 1 < consequence.size(); at++) {
            Token token = consequence.get(at);
            boolean receiver = token.is("score") || token.is("decision");
            if (receiver
                    && at + 2 < consequence.size()
                    && consequence.get(at + 1).is(".")) {
                verbs.add(token.text() + "." + consequence.get(at + 2).text());
            } else if (token.text().startsWith("insert")
                    && consequence.get(at + 1).is("(")) {
                verbs.add("insert");
            }
        }
        return List.copyOf(verbs);
    }

    /** The tokens of all conditions. */
    public List<Token> conditions() {
        return content.getLhs() == null ? List.of() : file.tokens(content.getLhs());
    }

    public boolean hasCall(String receiver, String verb) {
        return !calls(receiver, verb).isEmpty();
    }
}
