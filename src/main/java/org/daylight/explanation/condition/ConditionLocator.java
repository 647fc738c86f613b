package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
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

    private int current;
    private int reached;

    ConditionLocator(SourceRule rule, SchemeSource source) {
        this.family = new ArrayList<>(source.family(rule));
        Collections.reverse(family);
    }

    /** Returns every {@code not}, {@code exists} and {@code forall}, in the order in which they begin. */
    List<SourceText> quantified() {
        return family.stream().flatMap(rule -> rule.quantified().stream()).toList();
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
        String wanted = Tokens.of(condition, 0).stream().map(Token::text).collect(Collectors.joining());
        Optional<Token> next = next((rule, from) -> find(rule.conditions(), wanted, from));
        next.ifPresent(token -> reached = token.offset() + 1);
        return next.map(token -> family.get(current).file().place(token.offset()));
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

    private static Optional<Token> find(List<Token> tokens, String wanted, int from) {
        for (int index = 0; index < tokens.size(); index++) {
            if (tokens.get(index).offset() >= from && begins(tokens, index, wanted)) {
                return Optional.of(tokens.get(index));
            }
        }
        return Optional.empty();
    }

    /** Whether some of the tokens, from one on, make up the text, whatever the spaces between them. */
    private static boolean begins(List<Token> tokens, int first, String wanted) {
        int matched = 0;
        for (int index = first; index < tokens.size() && matched < wanted.length(); index++) {
            String text = tokens.get(index).text();
            if (!wanted.startsWith(text, matched)) {
                return false;
            }
            matched += text.length();
        }
        return matched == wanted.length() && matched > 0;
    }
}
