package org.daylight.rulebase.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/**
 * A part of a rule file that can be read on its own: a declaration, a rule, an import.
 *
 * @param tokens at least one; the first is its keyword, as the author wrote it
 * @param isClosed whether it ends where such a section ends, and not where the next one begins
 */
record Section(Kind kind, List<Token> tokens, boolean isClosed) {
    /** What a section is, by the keyword it begins with. */
    enum Kind {
        PACKAGE("package"),
        IMPORT("import"),
        GLOBAL("global"),
        DECLARE("declare"),
        FUNCTION("function"),
        QUERY("query"),
        RULE("rule"),
        OTHER("");

        private final String keyword;

        Kind(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }

        boolean isOneLine() {
            return this == PACKAGE || this == IMPORT || this == GLOBAL;
        }
    }

    private static final Set<String> KINDS_OF_TYPES = Set.of("enum", "trait", "event", "fact");
    private static final Set<String> BEHIND_NAMES = Set.of("@", "when", "then", "extends", "salience", "(", "{", ":");

    Token first() {
        return tokens.get(0);
    }

    Token last() {
        return tokens.get(tokens.size() - 1);
    }

    int end() {
        return Mistake.end(last());
    }

    /** The section in a sentence, such as: rule `Late`. */
    String shown() {
        String keyword = kind == Kind.DECLARE ? "declaration" : kind.keyword();
        String name = name();
        return name.isEmpty() ? "this " + keyword : keyword + " `" + name + "`";
    }

    /** The name that others may use; the empty text where none is found. */
    String name() {
        return switch (kind) {
            case RULE, QUERY -> ruleName();
            case DECLARE -> {
                int at = tokens.size() > 2
                                && KINDS_OF_TYPES.contains(tokens.get(1).text())
                        ? 2
                        : 1;
                yield at < tokens.size() ? tokens.get(at).text() : "";
            }
            case FUNCTION -> functionName();
            case IMPORT, GLOBAL -> lastWord();
            case PACKAGE, OTHER -> "";
        };
    }

    /** The names without which nothing certain can be said of it; of rules only the rule that they extend. */
    Set<String> needs() {
        Set<String> needs = new HashSet<>();
        for (int at = 1; at < tokens.size(); at++) {
            boolean named = kind == Kind.RULE
                    ? tokens.get(at - 1).is("extends")
                    : kind == Kind.DECLARE || kind == Kind.FUNCTION || kind == Kind.QUERY;
            if (named && !tokens.get(at).unquoted().equals(name())) {
                needs.add(tokens.get(at).unquoted());
            }
        }
        return needs;
    }

    private String lastWord() {
        return tokens.stream()
                .skip(1)
                .filter(Token::isWord)
                .reduce((before, last) -> last)
                .map(Token::text)
                .orElse("");
    }

    private String ruleName() {
        if (tokens.size() > 1 && tokens.get(1).kind() == Token.Kind.TEXT) {
            return tokens.get(1).unquoted();
        }
        int to = 1;
        while (to < tokens.size() && !BEHIND_NAMES.contains(tokens.get(to).text())) {
            to++;
        }
        return Tokens.asWritten(tokens.subList(1, to)).replace("\"", "");
    }

    private String functionName() {
        for (int at = 1; at + 1 < tokens.size(); at++) {
            if (tokens.get(at + 1).is("(")) {
                return tokens.get(at).text();
            }
        }
        return "";
    }
}
