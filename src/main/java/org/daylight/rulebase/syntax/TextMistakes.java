package org.daylight.rulebase.syntax;

import java.util.List;
import org.daylight.rulebase.source.Token;

/** Finds texts and comments that do not end. */
final class TextMistakes {
    private TextMistakes() {}

    /** The first text of these that is not closed: what follows it may be part of it. */
    static List<Mistake> of(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.is("\"") || token.is("'"))
                .limit(1)
                .map(token -> Mistake.at(
                        token,
                        "a text begins here, and its line ends before it does",
                        "close it with a quotation mark `" + token.text() + "`"))
                .toList();
    }

    /** The comment of these that is not closed: whatever follows it is part of it. */
    static List<Mistake> openComment(List<Token> tokens) {
        for (int at = 0; at + 1 < tokens.size(); at++) {
            Token slash = tokens.get(at);
            Token star = tokens.get(at + 1);
            if (slash.is("/") && star.is("*") && star.offset() == slash.offset() + 1) {
                return List.of(Mistake.at(
                        slash,
                        "a comment begins here and does not end",
                        "close it with `*/`, or begin each line `//`"));
            }
        }
        return List.of();
    }
}
