package org.daylight.rulebase.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Finds what is wrong between {@code when} and {@code then} where the parser cannot read it. */
final class ConditionMistakes {
    private static final Set<String> QUANTIFIERS = Set.of("not", "exists", "accumulate", "forall", "eval");
    private static final Set<String> JOINING =
            Set.of(",", "(", "&&", "||", ":", "=", "==", "!=", "<", ">", "<=", ">=", ".", "+", "-", "*", "/", ";");
    private static final Set<String> JOINING_WORDS =
            Set.of("and", "or", "not", "exists", "from", "in", "contains", "matches", "over");

    /** A parenthesis that is open: of a type, or of anything else. */
    private record Open(int at, boolean ofType) {}

    private final List<Token> tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private ConditionMistakes(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Mistake> of(List<Token> conditions) {
        ConditionMistakes found = new ConditionMistakes(conditions);
        found.find();
        return found.mistakes;
    }

    private void find() {
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (!open.isEmpty() && beginsAnother(at)) {
                close(tokens.get(at - 1));
            }
            if (token.is("(")) {
                open.push(new Open(at, isOfType(at)));
            } else if (token.is(")")) {
                closing(token);
            } else if (isInType()) {
                at = ComparisonMistakes.at(tokens, at, mistakes);
            } else if (open.isEmpty() || !isInType()) {
                between(at);
            }
        }
        if (!open.isEmpty() && !tokens.isEmpty()) {
            close(tokens.get(tokens.size() - 1));
        }
    }

    private boolean isInType() {
        return open.stream().anyMatch(Open::ofType);
    }

    private boolean isOfType(int at) {
        Token before = at == 0 ? null : tokens.get(at - 1);
        return before != null && before.isWord() && isTypeName(before);
    }

    private static boolean isTypeName(Token token) {
        return Character.isUpperCase(token.text().charAt(0))
                && !QUANTIFIERS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private void closing(Token token) {
        if (open.isEmpty()) {
            mistakes.add(Mistake.replaced(token, "", "`)` closes nothing", "leave it out, or open a parenthesis"));
        } else {
            open.pop();
        }
    }

    /** Whether a new condition begins here although a type's parenthesis is open: its author forgot to close it. */
    private boolean beginsAnother(int at) {
        if (!open.getLast().ofType() || at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        if ((JOINING.contains(before.text()) && !before.is("(")) || JOINING_WORDS.contains(before.text())) {
            return false;
        }
        Token token = tokens.get(at);
        boolean type = token.isWord() && isTypeName(token) && Tokens.matches(tokens, at + 1, "(");
        boolean bound = token.text().startsWith("$")
                && Tokens.matches(tokens, at + 1, ":")
                && at + 3 < tokens.size()
                && isTypeName(tokens.get(at + 2))
                && tokens.get(at + 3).is("(");
        boolean quantified = QUANTIFIERS.contains(token.text())
                && at + 1 < tokens.size()
                && (tokens.get(at + 1).is("(") || isTypeName(tokens.get(at + 1)));
        return type || bound || quantified;
    }

    /** Closes all that is open behind a word or symbol. */
    private void close(Token last) {
        Open outermost = open.getLast();
        Token opened = tokens.get(outermost.at());
        String behind = outermost.at() == 0
                ? ""
                : " behind `" + tokens.get(outermost.at() - 1).text() + "`";
        mistakes.add(new Mistake(
                opened.offset(),
                "the parenthesis" + behind + " is not closed",
                "write `)` where the condition ends",
                new Mistake.Edit(Mistake.end(last), 0, " " + ")".repeat(open.size()))));
        open.clear();
    }

    /** Looks at what stands between conditions. */
    private void between(int at) {
        Token token = tokens.get(at);
        String lower = token.text().toLowerCase(Locale.ROOT);
        boolean last = at + 1 == tokens.size();
        if (open.isEmpty() && (token.is(",") || token.is(";"))) {
            mistakes.add(Mistake.replaced(
                    token,
                    "",
                    "`" + token.text() + "` does not belong between conditions",
                    "leave it out; all conditions of a rule must hold"));
        } else if (token.is("@")) {
            mistakes.add(Mistake.at(
                    token,
                    "an annotation stands among the conditions",
                    "write annotations right below the rule's name, before `salience` and `when`"));
        } else if (!token.is(lower)
                && (QUANTIFIERS.contains(lower) || lower.equals("and") || lower.equals("or") || lower.equals("from"))
                && !last) {
            mistakes.add(SectionMistakes.misspelt(token, lower, " is not a word of conditions"));
        } else if (open.isEmpty()
                && isTypeName(token)
                && Tokens.matches(tokens, at + 1, ".")
                && at + 3 < tokens.size()
                && isComparison(at + 3)) {
            String field = tokens.get(at + 2).text();
            mistakes.add(Mistake.at(
                    token,
                    "`" + token.text() + "." + field + "` is compared outside of the type's parentheses",
                    "write `" + token.text() + "( " + field + " "
                            + tokens.get(at + 3).text() + " … )`"));
        } else if (open.isEmpty()
                && token.isWord()
                && isTypeName(token)
                && !Tokens.matches(tokens, at - 1, ".")
                && (last || !isContinued(at + 1))) {
            type(token, at);
        } else if (open.isEmpty()
                && token.isWord()
                && !last
                && isComparison(at + 1)
                && !Tokens.matches(tokens, at - 1, ".")) {
            mistakes.add(
                    Mistake.at(
                            token,
                            "`" + token.text() + "` is compared outside of a type",
                            "write the comparison into the parentheses of the type whose field it is, such as `Standing( score < 500 )`"));
        }
    }

    private boolean isContinued(int at) {
        Token next = tokens.get(at);
        return next.is("(") || next.is(".") || next.is("[") || next.is("<") || next.is(":");
    }

    private boolean isComparison(int at) {
        return Set.of("==", "!=", "<", ">", "<=", ">=").contains(tokens.get(at).text());
    }

    private void type(Token type, int at) {
        if (at + 1 < tokens.size() && isComparison(at + 1)) {
            return;
        }
        mistakes.add(Mistake.missing(
                type,
                type,
                "()",
                "`" + type.text() + "` lacks its parentheses",
                "write `" + type.text() + "()`, with what must hold inside"));
    }
}
