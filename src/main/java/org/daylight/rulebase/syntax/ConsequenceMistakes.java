package org.daylight.rulebase.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Finds what is wrong behind {@code then} where the engine cannot read it. */
public final class ConsequenceMistakes {
    private static final Set<String> VERBS = Set.of("score", "decision");
    private static final Set<String> BARE_VERBS = Set.of("add", "set", "grant", "refuse", "refer", "term");

    private ConsequenceMistakes() {}

    /** What stumbles the parser already: words of rules. */
    static List<Mistake> ofWords(List<Token> code) {
        List<Mistake> mistakes = new ArrayList<>();
        for (Token token : code) {
            boolean once =
                    token.is("then") && code.stream().anyMatch(word -> word.is("if") && word.offset() < token.offset());
            if (once) {
                mistakes.add(Mistake.at(
                        token,
                        "there is no `if … then` behind `then`",
                        "write what must hold under `when`, and a rule of its own for each case"));
                break;
            }
            if (token.is("then") || token.is("when")) {
                mistakes.add(Mistake.at(
                        token,
                        "`" + token.text() + "` stands behind `then` once more",
                        "write what must hold under `when`, and a rule of its own for each case"));
                break;
            }
        }
        return mistakes;
    }

    /** The first mistake that has a name; empty where none is found. */
    public static Optional<Mistake> first(List<Token> code) {
        int depth = 0;
        for (int at = 0; at < code.size(); at++) {
            Optional<Mistake> mistake = verb(code, at).isPresent() ? verb(code, at) : sign(code, at);
            if (mistake.isPresent()) {
                return mistake;
            }
            if (code.get(at).is("else") && code.subList(0, at).stream().noneMatch(token -> token.is("if"))) {
                return Optional.of(Mistake.at(
                        code.get(at),
                        "a rule has no `else`",
                        "write a rule of its own for the other case, such as one with `not` in its conditions"));
            }
            depth += code.get(at).is("(") ? 1 : code.get(at).is(")") ? -1 : 0;
            if (depth < 0) {
                return Optional.of(Mistake.at(code.get(at), "`)` closes nothing", "leave it out"));
            }
            boolean next = at + 1 == code.size() || begins(code, at + 1);
            if (next && depth > 0) {
                return opened(code, at);
            }
            boolean ended = Set.of(";", "{", "}").contains(code.get(at).text()) || isHeader(code, at);
            if (next && !ended) {
                return Optional.of(Mistake.at(
                        code.get(at),
                        "`;` is missing behind `" + code.get(at).text() + "`",
                        "end each line behind `then` with `;`"));
            }
        }
        return openBrace(code);
    }

    private static Optional<Mistake> openBrace(List<Token> code) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : code) {
            if (token.is("{")) {
                open.push(token);
            } else if (token.is("}") && open.poll() == null) {
                return Optional.of(Mistake.at(token, "`}` closes nothing", "leave it out"));
            }
        }
        return Optional.ofNullable(open.peekFirst()).map(brace -> Mistake.at(brace, "`{` is not closed", "write `}`"));
    }

    /** Whether a statement begins here: a verb, or a word of Java's. */
    private static boolean begins(List<Token> code, int at) {
        Token token = code.get(at);
        boolean verb = VERBS.contains(token.text()) && Tokens.matches(code, at + 1, ".");
        return (verb || token.is("insert")) && !Tokens.matches(code, at - 1, ".") && !Tokens.matches(code, at - 1, "(");
    }

    /** Whether these parentheses belong to an {@code if} or a loop. */
    private static boolean isHeader(List<Token> code, int close) {
        if (!code.get(close).is(")")) {
            return false;
        }
        int depth = 0;
        for (int at = close; at >= 0; at--) {
            depth += code.get(at).is(")") ? 1 : code.get(at).is("(") ? -1 : 0;
            if (depth == 0) {
                return at > 0
                        && Set.of("if", "for", "while", "else")
                                .contains(code.get(at - 1).text());
            }
        }
        return false;
    }

    private static Optional<Mistake> opened(List<Token> code, int to) {
        int depth = 0;
        for (int at = to; at >= 0; at--) {
            depth += code.get(at).is("(") ? 1 : code.get(at).is(")") ? -1 : 0;
            if (depth > 0) {
                String behind = at == 0 ? "" : " behind `" + code.get(at - 1).text() + "`";
                return Optional.of(
                        Mistake.at(code.get(at), "the parenthesis" + behind + " is not closed", "write `)` and `;`"));
            }
        }
        return Optional.empty();
    }

    /** A verb that is not written as one; always a mistake, whether the engine can read it or not. */
    public static Optional<Mistake> verb(List<Token> code, int at) {
        Token token = code.get(at);
        boolean member = at > 0 && (code.get(at - 1).is(".") || code.get(at - 1).isWord());
        if (VERBS.contains(token.text())
                && !member
                && at + 1 < code.size()
                && !code.get(at + 1).is(".")) {
            return assigned(code, at);
        }
        if (VERBS.contains(token.text()) && !member && at + 2 < code.size() && !Tokens.matches(code, at + 3, "(")) {
            Token verb = code.get(at + 2);
            return Optional.of(Mistake.at(
                    verb,
                    "`" + token.text() + "." + verb.text() + "` lacks its parentheses",
                    "write `" + token.text() + "." + verb.text() + example(verb.text()) + ";`"));
        }
        if (BARE_VERBS.contains(token.text()) && !member && Tokens.matches(code, at + 1, "(")) {
            String owner = token.is("add") || token.is("set") ? "score" : "decision";
            return Optional.of(Mistake.at(
                    token,
                    "`" + token.text() + "` does not say of what",
                    "write `" + owner + "." + token.text() + example(token.text()) + ";`"));
        }
        if ((token.is("add") || token.is("set"))
                && member
                && Tokens.matches(code, at - 2, "score")
                && isCutNumber(code, at + 2)) {
            String number = code.get(at + 2).text() + code.get(at + 4).text();
            return Optional.of(Mistake.at(
                    code.get(at + 2),
                    "`" + code.get(at + 2).text() + "," + code.get(at + 4).text() + "` is two numbers",
                    "write `" + number + "`"));
        }
        return conclusion(code, at);
    }

    /** A conclusion that is made and not drawn. */
    private static Optional<Mistake> conclusion(List<Token> code, int at) {
        Token token = code.get(at);
        boolean named = at + 2 < code.size() && isTypeName(code.get(at + 2)) && Tokens.matches(code, at + 3, "(");
        if (token.is("insert") && Tokens.matches(code, at + 1, "(") && named) {
            Token type = code.get(at + 2);
            return Optional.of(Mistake.at(
                    type,
                    "`new` is missing before `" + type.text() + "`",
                    "write `insert( new " + type.text() + "( … ) );`"));
        }
        boolean begins =
                at == 0 || Set.of(";", "{", "}").contains(code.get(at - 1).text());
        if (token.is("new") && begins && named(code, at) && endsAlone(code, at)) {
            String type = code.get(at + 1).text();
            return Optional.of(Mistake.at(
                    token,
                    "`" + type + "` is made here and concluded nowhere",
                    "write `insert( new " + type + "( … ) );`"));
        }
        return Optional.empty();
    }

    private static boolean named(List<Token> code, int at) {
        return at + 2 < code.size()
                && isTypeName(code.get(at + 1))
                && code.get(at + 2).is("(");
    }

    /** Whether nothing is called on what is made. */
    private static boolean endsAlone(List<Token> code, int at) {
        int close = Tokens.closing(code, at + 2);
        return close == code.size() - 1 || code.get(close + 1).is(";");
    }

    private static boolean isTypeName(Token token) {
        return token.isWord() && Character.isUpperCase(token.text().charAt(0));
    }

    /** Whether this is one number whose thousands are marked off by a comma. */
    static boolean isCutNumber(List<Token> code, int at) {
        return Tokens.matches(code, at + 1, ",")
                && at + 2 < code.size()
                && code.get(at).kind() == Token.Kind.NUMBER
                && code.get(at + 2).text().matches("\\d{3}")
                && code.get(at + 2).offset() == Mistake.end(code.get(at)) + 1;
    }

    private static Optional<Mistake> sign(List<Token> code, int at) {
        Token token = code.get(at);
        if (at == 0 && token.is(":")) {
            return Optional.of(Mistake.at(token, "`:` does not belong behind `then`", "leave it out"));
        }
        if (token.is("return") && !Tokens.matches(code, at + 1, ";")) {
            return Optional.of(Mistake.at(
                    token, "`return` gives nothing back here", "say what follows, such as `score.add( 10 );`"));
        }
        if (token.is("%")
                && at > 0
                && code.get(at - 1).kind() == Token.Kind.NUMBER
                && (Tokens.matches(code, at + 1, ")") || Tokens.matches(code, at + 1, ","))) {
            return Optional.of(Mistake.at(
                    token,
                    "`%` behind a number means nothing",
                    "compute the share, such as `Numbers.rounded( $amount * "
                            + code.get(at - 1).text() + ", 100 )`"));
        }
        if (token.is("else") && at > 0 && !Tokens.matches(code, at - 1, ";") && !Tokens.matches(code, at - 1, "}")) {
            return Optional.of(
                    Mistake.at(token, "`else` does not belong here", "write a rule of its own for each case"));
        }
        return Optional.empty();
    }

    private static Optional<Mistake> assigned(List<Token> code, int at) {
        Token receiver = code.get(at);
        Token sign = code.get(at + 1);
        boolean score = receiver.is("score");
        if (!Set.of("=", "+", "-", "*").contains(sign.text())) {
            return Optional.empty();
        }
        return Optional.of(Mistake.at(
                sign,
                "`" + receiver.text() + "` is no number and no value that could be given another",
                score
                        ? (sign.is("=") ? "write `score.set( … );`, or `score.add( … );`" : "write `score.add( … );`")
                        : "write `decision.grant();`, `decision.refuse();` or `decision.refer();`"));
    }

    private static String example(String verb) {
        return switch (verb) {
            case "add", "set" -> "( 10 )";
            case "term" -> "( \"name\", 10 )";
            default -> "()";
        };
    }
}
