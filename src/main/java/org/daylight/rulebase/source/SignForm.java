package org.daylight.rulebase.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A minus before anything but a literal as a difference from zero: the engine knows no types of what has a sign. */
final class SignForm {
    /** What may stand before an operand. */
    private static final Set<String> BEFORE = Set.of(
            "(", "[", ",", ";", ":", "?", "+", "-", "*", "/", "%", "<", ">", "=", "==", "!=", "<=", ">=", "&&", "||");

    private static final Pattern DIFFERENCE = Pattern.compile("\\(\\s*0\\s*-\\s+((?:[^()]|\\([^()]*\\))*?)\\s*\\)");

    private SignForm() {}

    static void write(ConditionWords words, List<TextEdit> edits) {
        List<Token> tokens = words.tokens();
        for (int at = 1; at + 1 < tokens.size(); at++) {
            if (isSign(tokens, at)) {
                Token last = tokens.get(end(tokens, at + 1));
                edits.add(TextEdit.replace(tokens.get(at), "( 0 - "));
                edits.add(TextEdit.insert(last.offset() + last.text().length(), " )"));
            }
        }
    }

    /** The text of an expression that is put together of tokens of several places. */
    static String text(List<Token> tokens) {
        String[] texts = tokens.stream().map(Token::text).toArray(String[]::new);
        for (int at = 0; at + 1 < texts.length; at++) {
            if (isSign(tokens, at)) {
                texts[at] = "( 0 -";
                texts[end(tokens, at + 1)] += " )";
            }
        }
        return String.join(" ", texts);
    }

    private static boolean isSign(List<Token> tokens, int at) {
        boolean sign = tokens.get(at).is("-")
                && (at == 0
                        || (tokens.get(at - 1).kind() == Token.Kind.SYMBOL
                                && BEFORE.contains(tokens.get(at - 1).text())));
        Token operand = tokens.get(at + 1);
        return sign && (operand.isWord() || operand.is("("));
    }

    /** What an author may have written where this stands. */
    static String unsigned(String text) {
        return DIFFERENCE.matcher(text).replaceAll("-$1");
    }

    /** The last token of an operand: a path with its calls, or what is in parentheses. */
    private static int end(List<Token> tokens, int first) {
        int at = tokens.get(first).is("(") ? Tokens.closing(tokens, first) : first;
        while (at + 1 < tokens.size()) {
            Token next = tokens.get(at + 1);
            if (next.is("(")) {
                at = Tokens.closing(tokens, at + 1);
            } else if (next.is(".") && at + 2 < tokens.size()) {
                at += 2;
            } else {
                return at;
            }
        }
        return at;
    }
}
