package org.daylight.rulebase.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.daylight.rulebase.source.Token;

/**
 * Refuses chains that the engine's parsers and the Java compiler cannot take: each operator of a chain, and each condition of a
 * pattern, is a call inside of another, and what one rule or function says must fit into 65,535 bytes of code.
 */
final class ChainLimits {
    static final String FIX = "divide it, write `in ( … )`, or put what it lists into a parameter table";
    static final int MOST_OPERATORS = 300;
    static final int MOST_VALUES = 1_000;
    static final int MOST_WORDS = 8_000;

    private static final Set<String> OPERATORS = Set.of(
            "||", "&&", "+", "-", "*", "/", "%", "|", "&", "^", "?", "or", "and", "==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> BEGINNINGS = Set.of("rule", "query", "function", "declare");
    private static final Set<String> ENDS_OF_CHAINS = Set.of(";", "{", "}", "then", "when", "end");

    private static final class Level {
        private int operators;
        private int values;
    }

    private final Deque<Level> levels = new ArrayDeque<>();
    private int words;
    private boolean atBeginning;
    private String kind = "";
    private String name = "";

    ChainLimits() {
        levels.push(new Level());
    }

    /** What is too long with this token; empty where nothing is. */
    Optional<String> next(Token token) {
        begin(token);
        words++;
        String text = token.text();
        if (text.equals("(") || text.equals("[")) {
            levels.push(new Level());
        } else if ((text.equals(")") || text.equals("]")) && levels.size() > 1) {
            levels.pop();
        } else if (ENDS_OF_CHAINS.contains(text)) {
            levels.clear();
            levels.push(new Level());
        } else if (text.equals(",")) {
            levels.element().values++;
        } else if (OPERATORS.contains(text)) {
            levels.element().operators++;
        }
        return tooLong();
    }

    /** Names of rules and functions stand behind the word that begins them, those of functions behind their type. */
    private void begin(Token token) {
        if (BEGINNINGS.contains(token.text()) && levels.size() == 1) {
            kind = token.text();
            name = "";
            words = 0;
            atBeginning = true;
        } else if (token.is("(") || token.is("when") || token.is("@")) {
            atBeginning = false;
        } else if (atBeginning && (name.isEmpty() || kind.equals("function") || name.equals("enum"))) {
            name = token.text().replaceAll("^[\"']|[\"']$", "");
        }
    }

    private Optional<String> tooLong() {
        Level level = levels.element();
        String where = kind.isEmpty() ? "" : " in " + (kind.equals("declare") ? "" : kind + " ") + "`" + name + "`";
        if (level.operators == MOST_OPERATORS + 1) {
            return Optional.of("more than " + MOST_OPERATORS
                    + " operators stand in one pair of parentheses or one statement" + where);
        }
        if (level.values == MOST_VALUES) {
            return Optional.of("more than " + MOST_VALUES + " values stand in a row" + where);
        }
        return words == MOST_WORDS + 1
                ? Optional.of("more than " + MOST_WORDS + " words and signs stand" + where)
                : Optional.empty();
    }
}
