package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** The conditions of one rule as its author wrote them, read from front to back while the compiler's model is read. */
final class WrittenConditions {
    private static final Set<String> QUANTIFIERS = Set.of("not", "exists", "forall");
    /** Behind {@code not} these make an operator of it, as in {@code kind not in ( … )}. */
    private static final Set<String> OPERATORS =
            Set.of("in", "contains", "matches", "memberOf", "str", "soundslike", "after", "before");

    private final RuleText rule;
    private final List<Part> parts;
    private final List<Stretch> quantified = new ArrayList<>();
    private int part;
    private int reached;

    /**
     * A stretch of a file.
     *
     * @param text of the whole file
     * @param tokens of the stretch
     */
    record Part(String file, String text, List<Token> tokens) {}

    /** A pattern, or a {@code not}, {@code exists} or {@code forall}, with all that it is about. */
    record Stretch(String text, String file, int line) {}

    /** Where something is written. */
    record Place(String file, int line) {}

    WrittenConditions(RuleText rule, List<Part> parts) {
        this.rule = rule;
        this.parts = parts;
        parts.forEach(this::quantifiers);
    }

    /** All of the rule, in the order in which they begin. */
    List<Stretch> quantified() {
        return quantified;
    }

    /** The next pattern on a type; empty when it is not found. */
    Optional<Stretch> pattern(String type) {
        Place place = place(type + "(");
        if (reached == 0) {
            return Optional.empty();
        }
        Part in = parts.get(part);
        int first = reached - 1;
        if (!begins(in.tokens(), first, type + "(")) {
            return Optional.empty();
        }
        int open = first;
        while (!in.tokens().get(open).is("(")) {
            open++;
        }
        return Optional.of(new Stretch(text(in, first, Tokens.closing(in.tokens(), open)), place.file(), place.line()));
    }

    private static String text(Part in, int first, int last) {
        Token end = in.tokens().get(last);
        return in.text()
                .substring(
                        in.tokens().get(first).offset(),
                        end.offset() + end.text().length())
                .replaceAll("\\s+", " ");
    }

    /** The place of a condition, looked for behind the one before; the rule's own when it is not found. */
    Place place(String condition) {
        String wanted = String.join(
                "", Tokens.of(condition, 0).stream().map(Token::text).toList());
        for (int tried = 0; tried <= parts.size(); tried++) {
            // First from where the last one was found to the end, then, for what the compiler has put in another order,
            // all.
            int from = tried == 0 ? reached : 0;
            int in = tried == 0 ? part : tried - 1;
            if (in < parts.size()) {
                int at = find(parts.get(in).tokens(), wanted, from);
                if (at >= 0) {
                    part = in;
                    reached = at + 1;
                    return place(parts.get(in), parts.get(in).tokens().get(at));
                }
            }
        }
        return new Place(rule.file(), rule.line());
    }

    private static Place place(Part part, Token token) {
        return new Place(
                part.file(),
                1
                        + (int) part.text()
                                .substring(0, token.offset())
                                .chars()
                                .filter(letter -> letter == '\n')
                                .count());
    }

    private static int find(List<Token> tokens, String wanted, int from) {
        for (int at = from; at < tokens.size(); at++) {
            if (begins(tokens, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean begins(List<Token> tokens, int first, String wanted) {
        int matched = 0;
        int at = first;
        while (at < tokens.size() && wanted.startsWith(tokens.get(at).text(), matched)) {
            matched += tokens.get(at).text().length();
            at++;
            if (matched == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    private void quantifiers(Part in) {
        List<Token> tokens = in.tokens();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean operator = OPERATORS.contains(tokens.get(at + 1).text());
            if (token.kind() == Token.Kind.WORD && QUANTIFIERS.contains(token.text()) && !operator) {
                int open = at + 1;
                while (open < tokens.size() - 1 && !tokens.get(open).is("(")) {
                    open++;
                }
                quantified.add(new Stretch(
                        text(in, at, Tokens.closing(tokens, open)),
                        in.file(),
                        place(in, token).line()));
            }
        }
    }
}
