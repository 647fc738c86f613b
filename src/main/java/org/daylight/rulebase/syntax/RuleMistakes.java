package org.daylight.rulebase.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Finds what is wrong in a rule or a query that the parser cannot read: first in how it is laid out, then in its conditions. */
final class RuleMistakes {
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "no-loop",
            "dialect",
            "enabled",
            "timer",
            "duration",
            "date-effective",
            "date-expires",
            "agenda-group",
            "activation-group",
            "ruleflow-group",
            "lock-on-active",
            "auto-focus",
            "calendars");
    private static final Set<String> LIKE_SALIENCE =
            Set.of("priority", "order", "rank", "weight", "prio", "Salience", "SALIENCE");
    private static final Set<String> LIKE_WHEN =
            Set.of("when", "whn", "wen", "wehn", "whem", "wheen", "if", "where", "given", "conditions");
    private static final Set<String> LIKE_THEN =
            Set.of("then", "thn", "than", "hten", "thne", "the", "thenn", "do", "consequences");
    private static final Set<String> BEGIN_CONDITIONS =
            Set.of("not", "exists", "accumulate", "forall", "eval", "groupby", "(");

    private final Section section;
    private final List<Token> tokens;
    private final List<Mistake> mistakes = new ArrayList<>();

    private RuleMistakes(Section section) {
        this.section = section;
        this.tokens = section.tokens();
    }

    static List<Mistake> of(Section section) {
        RuleMistakes found = new RuleMistakes(section);
        found.find();
        return found.mistakes;
    }

    private void find() {
        int header = name();
        if (!mistakes.isEmpty()) {
            return;
        }
        if (section.kind() == Section.Kind.QUERY) {
            int from = Tokens.matches(tokens, 2, "(") ? Tokens.closing(tokens, 2) + 1 : 2;
            mistakes.addAll(ConditionMistakes.of(tokens.subList(from, tokens.size() - 1)));
            return;
        }
        int conditions = attributes(header);
        if (!mistakes.isEmpty()) {
            return;
        }
        int when = Tokens.matches(tokens, conditions, "when") ? conditions : when(conditions);
        int then = when < 0 ? -1 : then(when + 1);
        if (mistakes.isEmpty() && when >= 0 && then > when) {
            mistakes.addAll(ConditionMistakes.of(tokens.subList(when + 1, then)));
            mistakes.addAll(ConsequenceMistakes.ofWords(tokens.subList(then + 1, tokens.size() - 1)));
        }
    }

    /** Returns the index behind the name. */
    private int name() {
        Token name = tokens.get(1);
        int behind = 2;
        if (name.kind() != Token.Kind.TEXT) {
            while (behind < tokens.size() - 1 && !endsName(behind)) {
                behind++;
            }
            if (endsName(1) || name.is("end")) {
                mistakes.add(Mistake.at(
                        section.first(),
                        "this " + section.kind().keyword() + " has no name",
                        "write `rule \"…\"`, with a name that no other rule has"));
            } else if (behind > 2) {
                String written = Tokens.asWritten(tokens.subList(1, behind));
                mistakes.add(Mistake.replaced(
                        name,
                        tokens.get(behind - 1),
                        "\"" + written.replace("\"", "") + "\"",
                        "the name `" + written + "` is not in quotation marks",
                        "write `rule \"" + written.replace("\"", "") + "\"`"));
            }
        }
        if (section.kind() == Section.Kind.RULE && behind < tokens.size()) {
            Token next = tokens.get(behind);
            if (next.is("{")) {
                mistakes.add(Mistake.replaced(
                        next,
                        "",
                        "`{` does not belong in " + section.shown(),
                        "leave the braces out; `end` ends the rule"));
            } else if (next.is(":") || next.is(";") || next.is(",") || next.is("=")) {
                mistakes.add(Mistake.replaced(
                        next, "", "`" + next.text() + "` does not belong behind the name of a rule", "leave it out"));
            }
        }
        return behind;
    }

    private boolean endsName(int at) {
        Token token = tokens.get(at);
        return token.is("@")
                || (section.kind() == Section.Kind.QUERY && token.is("("))
                || token.is("{")
                || token.is(":")
                || token.is("extends")
                || token.is("when")
                || token.is("then")
                || ATTRIBUTES.contains(attribute(at));
    }

    /** An attribute's name may have hyphens, which are symbols of their own. */
    private String attribute(int at) {
        StringBuilder name = new StringBuilder(tokens.get(at).text());
        for (int next = at + 1;
                next + 1 < tokens.size()
                        && tokens.get(next).is("-")
                        && tokens.get(next + 1).isWord();
                next += 2) {
            name.append('-').append(tokens.get(next + 1).text());
        }
        return name.toString();
    }

    /** Returns the index behind annotations and attributes. */
    private int attributes(int from) {
        int at = from;
        boolean attributed = false;
        while (at < tokens.size() - 1) {
            String attribute = attribute(at);
            if (tokens.get(at).is("extends")) {
                at += 2;
            } else if (tokens.get(at).is("@")) {
                if (attributed) {
                    mistakes.add(Mistake.at(
                            tokens.get(at),
                            "`@" + tokens.get(at + 1).text() + "` stands behind an attribute in " + section.shown(),
                            "write annotations right below the rule's name, before `salience` and `when`"));
                    return at;
                }
                if (at + 2 < tokens.size() && tokens.get(at + 2).kind() == Token.Kind.TEXT) {
                    Token text = tokens.get(at + 2);
                    String annotation = "@" + tokens.get(at + 1).text();
                    mistakes.add(Mistake.replaced(
                            text,
                            "( " + text.text() + " )",
                            "the text of `" + annotation + "` is not in parentheses",
                            "write `" + annotation + "( " + text.text() + " )`"));
                    return at;
                }
                at += Tokens.matches(tokens, at + 2, "(") ? Tokens.closing(tokens, at + 2) - at + 1 : 2;
            } else if (ATTRIBUTES.contains(attribute)) {
                attributed = true;
                at = value(
                        at
                                + 2
                                        * (int) attribute
                                                .chars()
                                                .filter(letter -> letter == '-')
                                                .count()
                                + 1,
                        attribute);
            } else {
                return at;
            }
        }
        return at;
    }

    private int value(int at, String attribute) {
        if (at + 1 >= tokens.size()) {
            return tokens.size();
        }
        Token token = tokens.get(at);
        if (token.is(":") || token.is("=")) {
            mistakes.add(Mistake.replaced(
                    token,
                    "",
                    "`" + token.text() + "` does not belong behind `" + attribute + "`",
                    "write `" + attribute + " " + tokens.get(at + 1).text() + "`"));
            return at + 2;
        }
        if (token.is("(")) {
            return Tokens.closing(tokens, at) + 1;
        }
        boolean value = token.kind() == Token.Kind.TEXT
                || token.kind() == Token.Kind.NUMBER
                || token.is("true")
                || token.is("false");
        return token.is("-") ? at + 2 : value ? at + 1 : at;
    }

    /** Returns the index of the word that stands for {@code when}; below 0 where none does. */
    private int when(int at) {
        if (at >= tokens.size()) {
            return -1;
        }
        Token token = tokens.get(at);
        if (LIKE_WHEN.contains(token.text().toLowerCase(java.util.Locale.ROOT))) {
            mistakes.add(misplaced(token, "when"));
            return at;
        }
        if (token.is("then") || token.is("end")) {
            return -1;
        }
        if (token.is("#")) {
            mistakes.add(Mistake.at(token, "`#` begins nothing in " + section.shown(), "begin a comment with `//`"));
            return -1;
        }
        boolean condition = BEGIN_CONDITIONS.contains(token.text())
                || Tokens.matches(tokens, at + 1, ":")
                || (Tokens.matches(tokens, at + 1, "(")
                        && Character.isUpperCase(token.text().charAt(0)));
        if (condition) {
            mistakes.add(new Mistake(
                    token.offset(),
                    "`when` is missing in " + section.shown(),
                    "write `when` above the first condition",
                    new Mistake.Edit(token.offset(), 0, "when ")));
        } else if (token.isWord()
                && ATTRIBUTES.stream().noneMatch(known -> Sections.near(token.text(), List.of(known))
                        .isPresent())) {
            mistakes.add(Mistake.at(
                    token,
                    "`" + token.text() + "` does not belong before `when` in " + section.shown(),
                    LIKE_SALIENCE.contains(token.text())
                            ? "did you mean `salience`?"
                            : "here stand `@reason`, `@cites`, `@allow` and `salience`"));
        }
        return -1;
    }

    /** Returns the index of the word that stands for {@code then}. */
    private int then(int from) {
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.get(at).is("then")) {
                return at;
            }
        }
        for (int at = from; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean lonely = !Tokens.matches(tokens, at + 1, "(") && !Tokens.matches(tokens, at + 1, ":");
            if (lonely && LIKE_THEN.contains(token.text().toLowerCase(java.util.Locale.ROOT))) {
                mistakes.add(misplaced(token, "then"));
                return at;
            }
            boolean verb = token.is("score") || token.is("decision") || token.is("insert");
            if (verb && (Tokens.matches(tokens, at + 1, ".") || Tokens.matches(tokens, at + 1, "("))) {
                mistakes.add(new Mistake(
                        token.offset(),
                        "`then` is missing in " + section.shown(),
                        "write `then` between the conditions and what follows from them",
                        new Mistake.Edit(token.offset(), 0, "then ")));
                return at;
            }
        }
        mistakes.add(Mistake.at(
                section.last(),
                "`then` is missing in " + section.shown(),
                "write `then` and what follows, such as `score.add( 10 );`"));
        return -1;
    }

    private Mistake misplaced(Token token, String meant) {
        return SectionMistakes.misspelt(token, meant, " does not belong here in " + section.shown());
    }
}
