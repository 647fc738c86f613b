package org.daylight.rulebase.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Comparisons of events and facts in time: {@code this after $other} compares the moments at which they occurred, or from which on
 * they hold. The engine would compare the moments at which its clock received them.
 */
final class OccurrenceForm {
    static final Set<String> OPERATORS = Set.of(
            "after",
            "before",
            "coincides",
            "during",
            "finishedby",
            "finishes",
            "includes",
            "meets",
            "metby",
            "overlappedby",
            "overlaps",
            "startedby",
            "starts");

    private OccurrenceForm() {}

    static void write(ConditionWords words, List<TextEdit> edits) {
        for (SourcePattern pattern : words.rule().patterns()) {
            for (SourceConstraint constraint : pattern.constraints()) {
                List<Token> tokens = constraint.tokens();
                for (int at = 1; at < tokens.size(); at++) {
                    if (tokens.get(at).isWord()
                            && OPERATORS.contains(tokens.get(at).text())) {
                        left(words, pattern, tokens, at).ifPresent(edits::add);
                        right(words, tokens, at).ifPresent(edits::add);
                    }
                }
            }
        }
    }

    private static Optional<TextEdit> left(
            ConditionWords words, SourcePattern pattern, List<Token> tokens, int operator) {
        Token left = tokens.get(tokens.get(operator - 1).is("not") ? operator - 2 : operator - 1);
        return left.is("this")
                ? moment(words, pattern.type()).map(moment -> TextEdit.replace(left, moment))
                : moment(words, left);
    }

    private static Optional<TextEdit> right(ConditionWords words, List<Token> tokens, int operator) {
        int at = operator + 1;
        if (Tokens.matches(tokens, at, "[")) {
            at = Tokens.closing(tokens, at) + 1;
        }
        boolean alone = at < tokens.size() && !Tokens.matches(tokens, at + 1, ".");
        return alone ? moment(words, tokens.get(at)) : Optional.empty();
    }

    private static Optional<TextEdit> moment(ConditionWords words, Token variable) {
        return words.bound(variable.text())
                .filter(BoundVariable::wholeMatch)
                .map(BoundVariable::type)
                .flatMap(type -> moment(words, type))
                .map(moment -> TextEdit.replace(variable, variable.text() + "." + moment));
    }

    private static Optional<String> moment(ConditionWords words, String type) {
        if (words.isEvent(type)) {
            return Optional.of("occurredAt");
        }
        return words.isFact(type) ? Optional.of("validAt") : Optional.empty();
    }
}
