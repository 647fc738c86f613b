package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.daylight.rulebase.source.EngineText;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.SourceText;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Finds where the conditions of one rule are written, going on from the one before while the compiler's model is read. */
final class ConditionLocator {
    /** The rule behind those that it extends: the order in which the model has them. */
    private final List<SourceRule> family;

    private final SourceRule rule;
    private final EngineText engineText;
    private int current;
    private int reached;

    ConditionLocator(SourceRule rule, SchemeSource source, EngineText engineText) {
        this.rule = rule;
        this.engineText = engineText;
        this.family = new ArrayList<>(source.family(rule));
        Collections.reverse(family);
    }

    /** Returns every {@code not}, {@code exists} and {@code forall}, in the order in which they begin. */
    List<SourceText> quantified() {
        return family.stream().flatMap(rule -> rule.quantified().stream()).toList();
    }

    /** The verbs that the rule uses. */
    List<String> verbs() {
        return rule.verbs();
    }

    /** What the author wrote where the model has this: a number without the letter behind it, or a function made of a choice. */
    String asWritten(String condition) {
        String written = engineText.asWritten(condition);
        List<Token> tokens = Tokens.of(written, 0);
        List<Token> signed = Tokens.of(EngineText.unsigned(written), 0);
        return next((member, from) -> find(member.conditions(), formed(tokens), from)
                        .or(() -> find(member.conditions(), formed(signed), from)))
                .filter(found -> !Tokens.joined(found).equals(Tokens.joined(tokens)))
                .map(Tokens::asWritten)
                .orElse(written);
    }

    /** Finds the next pattern on a type. */
    Optional<SourcePattern> pattern(String type) {
        Optional<SourcePattern> next = next((rule, from) -> rule.patterns().stream()
                .filter(pattern -> pattern.type().equals(type))
                .filter(pattern -> !pattern.written().text().isEmpty())
                .filter(pattern -> pattern.written().offset() >= from)
                .findFirst());
        next.ifPresent(pattern -> reached = pattern.written().offset() + 1);
        return next;
    }

    /** Finds the place of a condition. */
    Optional<Place> place(String condition) {
        String wanted = formed(Tokens.of(condition, 0));
        Optional<List<Token>> next = next((member, from) -> find(member.conditions(), wanted, from));
        next.ifPresent(tokens -> reached = tokens.get(0).offset() + 1);
        return next.map(tokens -> family.get(current).file().place(tokens.get(0).offset()));
    }

    private static String formed(List<Token> tokens) {
        return tokens.stream().map(EngineText::form).collect(Collectors.joining());
    }

    /** Searches on from the last place found, then everywhere: the compiler may have put conditions in another order. */
    private <T> Optional<T> next(BiFunction<SourceRule, Integer, Optional<T>> search) {
        Optional<T> next = search.apply(family.get(current), reached);
        for (int index = 0; next.isEmpty() && index < family.size(); index++) {
            next = search.apply(family.get(index), 0);
            current = next.isPresent() ? index : current;
        }
        return next;
    }

    private static Optional<List<Token>> find(List<Token> tokens, String wanted, int from) {
        for (int index = 0; index < tokens.size(); index++) {
            int end = tokens.get(index).offset() >= from ? end(tokens, index, wanted) : index;
            if (end > index) {
                return Optional.of(tokens.subList(index, end));
            }
        }
        return Optional.empty();
    }

    /** The end of the tokens, from one on, that make up the text, whatever the spaces between them; that one where none do. */
    private static int end(List<Token> tokens, int first, String wanted) {
        int matched = 0;
        int index = first;
        while (index < tokens.size() && matched < wanted.length()) {
            String text = EngineText.form(tokens.get(index));
            if (!wanted.startsWith(text, matched)) {
                return first;
            }
            matched += text.length();
            index++;
        }
        return matched == wanted.length() ? index : first;
    }
}
