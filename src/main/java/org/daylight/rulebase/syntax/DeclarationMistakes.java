package org.daylight.rulebase.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Finds what is wrong in a declaration that the parser cannot read. */
final class DeclarationMistakes {
    private static final Set<String> KINDS =
            Set.of("event", "fact", "request", "parameter", "Event", "Fact", "Request", "Parameter");

    private static final Set<String> LIKE_EXTENDS =
            Set.of("extend", "Extends", "extneds", "implements", "is", ":", "(");
    private static final Set<String> TYPES = Set.of(
            "String", "int", "Integer", "long", "Long", "boolean", "Boolean", "LocalDate", "Instant", "BigDecimal");
    private static final String OWN_LINE = "write each field on a line of its own, with nothing behind its type";

    private final List<Token> tokens;
    private final List<Mistake> mistakes = new ArrayList<>();

    private DeclarationMistakes(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Mistake> of(Section section) {
        DeclarationMistakes found = new DeclarationMistakes(section.tokens());
        if (Tokens.matches(section.tokens(), 1, "enum")) {
            found.choices();
        } else {
            found.fields(found.header());
        }
        return found.mistakes;
    }

    /** Returns where the fields begin. */
    private int header() {
        if (tokens.size() > 3
                && KINDS.contains(tokens.get(1).text())
                && tokens.get(2).isWord()
                && !tokens.get(2).is("extends")) {
            String kind = tokens.get(1).text();
            String meant = tokens.get(2).text() + " extends "
                    + kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
            mistakes.add(Mistake.replaced(
                    tokens.get(1),
                    tokens.get(2),
                    meant,
                    "`" + kind + "` does not stand before the name",
                    "write `declare " + meant + "`"));
            return 3;
        }
        if (tokens.size() > 3 && KINDS.contains(tokens.get(2).text()) && !Tokens.matches(tokens, 3, ":")) {
            Token kind = tokens.get(2);
            mistakes.add(Mistake.replaced(
                    kind,
                    "extends " + kind.text(),
                    "`extends` is missing before `" + kind.text() + "`",
                    extending(kind)));
            return 3;
        }
        if (tokens.size() > 4
                && LIKE_EXTENDS.contains(tokens.get(2).text())
                && tokens.get(3).isWord()) {
            Token word = tokens.get(2);
            mistakes.add(Mistake.replaced(
                    word,
                    word.is(":") ? " extends" : "extends",
                    "`" + word.text() + "` does not belong behind the name",
                    extending(tokens.get(3))));
            return word.is("(") ? 5 : 4;
        }
        return Tokens.matches(tokens, 2, "extends") ? 4 : 2;
    }

    private String extending(Token kind) {
        return "write `declare " + tokens.get(1).text() + " extends " + kind.text() + "`";
    }

    private void fields(int from) {
        int depth = 0;
        for (int at = from; at < tokens.size() - 1; at++) {
            Token token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth > 0 || token.is(")")) {
                continue;
            }
            if (token.is("{") || token.is("}")) {
                mistakes.add(Mistake.replaced(
                        token,
                        "",
                        "`" + token.text() + "` does not belong here",
                        "leave the braces out; `end` ends the declaration"));
            } else if (token.is(",") || token.is(";")) {
                mistakes.add(
                        Mistake.replaced(token, "", "`" + token.text() + "` does not belong between fields", OWN_LINE));
            } else if (token.isWord() && !Tokens.matches(tokens, at - 1, "@")) {
                at = field(at);
            }
        }
    }

    /** Looks at what may be a field's name; returns the last token that belongs to its type. */
    private int field(int at) {
        Token name = tokens.get(at);
        Token next = tokens.get(at + 1);
        if (next.is(":")) {
            if (Tokens.matches(tokens, at + 2, ":")) {
                mistakes.add(Mistake.replaced(
                        tokens.get(at + 2), "", "`:` stands twice behind `" + name.text() + "`", "write it once"));
                return at + 3;
            }
            return at + 2;
        }
        if (name.is("end") || !next.isWord() || next.is("end") || at + 2 >= tokens.size()) {
            if (next.is("=") && at + 2 < tokens.size() && tokens.get(at + 2).isWord()) {
                Token type = tokens.get(at + 2);
                mistakes.add(Mistake.replaced(
                        next,
                        ":",
                        "`=` does not belong between a field and its type",
                        "write `" + name.text() + " : " + type.text() + "`"));
                return at + 2;
            }
            return at;
        }
        boolean typeFirst = TYPES.contains(name.text())
                || (Character.isUpperCase(name.text().charAt(0)) && !TYPES.contains(next.text()));
        String meant = typeFirst ? next.text() + " : " + name.text() : name.text() + " : " + next.text();
        String message = typeFirst
                ? "the type `" + name.text() + "` stands before the field's name"
                : "`:` is missing between `" + name.text() + "` and its type";
        mistakes.add(Mistake.replaced(name, next, meant, message, "write `" + meant + "`"));
        return at + 1;
    }

    private void choices() {
        boolean hasFields = tokens.stream().anyMatch(token -> token.is(":") || token.is("("));
        int last = tokens.size() - 2;
        for (int at = 3; at <= last && !hasFields; at++) {
            Token token = tokens.get(at);
            if (token.kind() == Token.Kind.TEXT) {
                String name = token.unquoted().replaceAll("\\W+", "_");
                mistakes.add(Mistake.replaced(
                        token,
                        name,
                        "`" + token.text() + "` is a text, and a choice is a name",
                        "write `" + name + "`, without quotation marks"));
            }
            boolean follows = token.isWord() || token.kind() == Token.Kind.TEXT;
            if (at < last
                    && follows
                    && (tokens.get(at + 1).isWord() || tokens.get(at + 1).kind() == Token.Kind.TEXT)) {
                mistakes.add(Mistake.missing(
                        tokens.get(at + 1),
                        token,
                        ",",
                        "`,` is missing before `" + tokens.get(at + 1).text() + "`",
                        "write `,` between any two choices"));
            }
        }
        if (last >= 3 && !hasFields && !tokens.get(last).is(";")) {
            Token end = tokens.get(last);
            mistakes.add(
                    end.is(",")
                            ? Mistake.replaced(end, ";", "the last choice ends with `,`", "end the list with `;`")
                            : Mistake.missing(
                                    end,
                                    end,
                                    ";",
                                    "the list of choices does not end",
                                    "write `;` behind `" + end.text() + "`"));
        }
    }
}
