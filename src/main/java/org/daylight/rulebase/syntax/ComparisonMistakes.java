package org.daylight.rulebase.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Finds what is wrong in the parentheses of a type: above all signs and words that other languages compare with. */
final class ComparisonMistakes {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("===", "=="),
            Map.entry("!==", "!="),
            Map.entry("<>", "!="),
            Map.entry("=>", ">="),
            Map.entry("=<", "<="),
            Map.entry("=!", "!="),
            Map.entry("=", "=="),
            Map.entry("&", "&&"),
            Map.entry("|", "||"),
            Map.entry(":=", "=="),
            Map.entry("=:", "=="),
            Map.entry("&&&", "&&"),
            Map.entry("~=", "matches"),
            Map.entry("=~", "matches"));
    private static final Map<String, String> WORDS = Map.of(
            "is",
            "==",
            "equals",
            "==",
            "equal",
            "==",
            "eq",
            "==",
            "ne",
            "!=",
            "isnt",
            "!=",
            "like",
            "matches",
            "has",
            "contains");
    private static final Set<String> JOINING = Set.of("and", "or");
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> KEYWORDS = Set.of(
            "in",
            "not",
            "contains",
            "excludes",
            "matches",
            "memberOf",
            "soundslike",
            "str",
            "after",
            "before",
            "during",
            "coincides",
            "includes",
            "finishes",
            "finishedby",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "starts",
            "startedby",
            "new",
            "instanceof",
            "from",
            "and",
            "or");

    private final List<Token> tokens;
    private final int at;
    private final Token token;
    private final List<Mistake> mistakes;

    private ComparisonMistakes(List<Token> tokens, int at, List<Mistake> mistakes) {
        this.tokens = tokens;
        this.at = at;
        this.token = tokens.get(at);
        this.mistakes = mistakes;
    }

    /** Looks at one place in a type's parentheses; returns the last token that was looked at. */
    static int at(List<Token> tokens, int at, List<Mistake> mistakes) {
        ComparisonMistakes here = new ComparisonMistakes(tokens, at, mistakes);
        return here.token.kind() == Token.Kind.SYMBOL ? here.symbol() : here.word();
    }

    private int symbol() {
        int end = at;
        StringBuilder sign = new StringBuilder(token.text());
        while (end + 1 < tokens.size() && isSignPart(tokens.get(end + 1)) && isSignPart(token) && isAdjacent(end)) {
            end++;
            sign.append(tokens.get(end).text());
        }
        if (token.is(":")
                && at + 1 < tokens.size()
                && COMPARING.contains(tokens.get(at + 1).text())) {
            mistakes.add(Mistake.replaced(
                    token, "", "`:` stands before `" + tokens.get(at + 1).text() + "`", "leave it out"));
            return at;
        }
        if (sign.toString().equals("=")
                && at > 0
                && COMPARING.contains(tokens.get(at - 1).text())) {
            mistakes.add(Mistake.replaced(
                    token, "", "`=` stands behind `" + tokens.get(at - 1).text() + "`", "leave it out"));
            return at;
        }
        String meant = SIGNS.get(sign.toString());
        if (meant != null) {
            String fix = meant.equals("==") && sign.toString().equals(":=")
                    ? "write `==` to compare, `:` to bind"
                    : "write `" + meant + "`";
            mistakes.add(Mistake.replaced(
                    token,
                    tokens.get(end),
                    " " + meant + " ",
                    "`" + sign + (meant.equals("&&") || meant.equals("||") ? "` joins nothing" : "` compares nothing"),
                    fix));
        } else if (token.is("%")
                && endsValue(at + 1)
                && Tokens.matches(tokens, at - 1, tokens.get(at - 1).text())
                && tokens.get(at - 1).kind() == Token.Kind.NUMBER) {
            mistakes.add(Mistake.replaced(
                    token,
                    "",
                    "`%` behind a number means nothing",
                    "write the number alone, such as `" + tokens.get(at - 1).text() + "`"));
        } else if (token.is(";")) {
            mistakes.add(Mistake.replaced(token, ",", "`;` does not belong between comparisons", "write `,`"));
        }
        return end;
    }

    private static boolean isSignPart(Token token) {
        return token.kind() == Token.Kind.SYMBOL
                && "= == != <= >= < > & && | || : ! ~".contains(token.text())
                && !token.is(" ");
    }

    private boolean isAdjacent(int index) {
        return Mistake.end(tokens.get(index)) == tokens.get(index + 1).offset();
    }

    private boolean endsValue(int index) {
        return index < tokens.size()
                && Set.of(")", ",", "&&", "||").contains(tokens.get(index).text());
    }

    private int word() {
        String lower = token.text().toLowerCase(Locale.ROOT);
        if (isGermanDate()) {
            return date();
        }
        if (token.is("in") && at + 1 < tokens.size() && !tokens.get(at + 1).is("(")) {
            mistakes.add(
                    Mistake.at(token, "what follows `in` is not in parentheses", "write `in ( \"one\", \"other\" )`"));
            return tokens.size() - 1;
        }
        if (token.is("memberOf")
                && Tokens.matches(tokens, at + 1, "(")
                && at + 2 < tokens.size()
                && !tokens.get(at + 2).isWord()) {
            mistakes.add(Mistake.replaced(
                    token, "in", "`memberOf` looks into one list, and not at several values", "write `in ( … )`"));
            return at;
        }
        if (token.is("not")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isWord()
                && !isJoining(tokens.get(at + 1))) {
            String field = tokens.get(at + 1).text();
            mistakes.add(Mistake.at(token, "`not` stands before a comparison", "write `" + field + " != …`"));
            return tokens.size() - 1;
        }
        boolean infix = at > 0
                && isOperand(at - 1)
                && at + 1 < tokens.size()
                && !tokens.get(at + 1).is("(")
                && !tokens.get(at + 1).is(".");
        if (JOINING.contains(lower) && at > 0) {
            String meant = lower.equals("and") ? "&&" : "||";
            mistakes.add(Mistake.replaced(
                    token,
                    " " + meant + " ",
                    "`" + token.text() + "` does not join comparisons",
                    meant.equals("&&") ? "write `,` or `&&`" : "write `||`"));
            return at;
        }
        if (lower.equals("between") && infix) {
            mistakes.add(Mistake.at(
                    token,
                    "`" + token.text() + "` compares nothing",
                    "write two comparisons, such as `" + tokens.get(at - 1).text() + " >= 1, "
                            + tokens.get(at - 1).text() + " <= 9`"));
            return Tokens.matches(tokens, at + 2, "and") ? at + 2 : at;
        }
        if (WORDS.containsKey(lower) && infix) {
            return comparingWord(lower);
        }
        if (at > 0 && isOperand(at - 1) && isOperand(at)) {
            return two();
        }
        return at;
    }

    private int comparingWord(String lower) {
        boolean negated = lower.equals("is") && Tokens.matches(tokens, at + 1, "not");
        Token last = negated ? tokens.get(at + 1) : token;
        String meant = negated ? "!=" : WORDS.getOrDefault(lower, "==");
        String written = negated ? token.text() + " not" : token.text();
        mistakes.add(Mistake.replaced(
                token, last, " " + meant + " ", "`" + written + "` compares nothing", "write `" + meant + "`"));
        return negated ? at + 1 : at;
    }

    /** Two operands with nothing between them: a text of two words, or a comma that is missing. */
    private int two() {
        Token before = tokens.get(at - 1);
        String comparing = before.text().toLowerCase(Locale.ROOT);
        if (WORDS.containsKey(comparing) || comparing.equals("between")) {
            return at;
        }
        boolean begins = at + 1 < tokens.size()
                && (COMPARING.contains(tokens.get(at + 1).text())
                        || tokens.get(at + 1).is(":")
                        || tokens.get(at + 1).is("=")
                        || tokens.get(at + 1).is("in"));
        if (begins) {
            mistakes.add(Mistake.missing(
                    token,
                    before,
                    ",",
                    "`,` is missing before `" + token.text() + "`",
                    "write `,` between any two comparisons"));
            return at;
        }
        if (before.kind() == Token.Kind.NUMBER && token.isWord()) {
            mistakes.add(Mistake.replaced(
                    token,
                    "",
                    "`" + token.text() + "` stands behind the number",
                    "write the number alone, as the field counts it"));
            return at;
        }
        if (before.isWord() && !token.isWord() && !isComparedBefore()) {
            mistakes.add(Mistake.at(
                    token,
                    "no sign stands between `" + before.text() + "` and `" + token.text() + "`",
                    "write `==`, `<` or another one between them"));
            return at;
        }
        boolean textOfWords = before.isWord()
                && token.isWord()
                && at > 1
                && (COMPARING.contains(tokens.get(at - 2).text())
                        || tokens.get(at - 2).is("="));
        if (textOfWords) {
            int end = at;
            while (end + 1 < tokens.size()
                    && tokens.get(end + 1).isWord()
                    && !KEYWORDS.contains(tokens.get(end + 1).text())) {
                end++;
            }
            String text = Tokens.asWritten(tokens.subList(at - 1, end + 1));
            mistakes.add(Mistake.replaced(
                    before,
                    tokens.get(end),
                    "\"" + text + "\"",
                    "the text `" + text + "` is not in quotation marks",
                    "write `\"" + text + "\"`"));
            return end;
        }
        return at;
    }

    private static boolean isJoining(Token word) {
        return KEYWORDS.contains(word.text()) || JOINING.contains(word.text().toLowerCase(Locale.ROOT));
    }

    private boolean isComparedBefore() {
        return at > 1 && COMPARING.contains(tokens.get(at - 2).text());
    }

    /** Whether a date stands here with its day first, such as 1.2.2020; the tokenizer takes its first two numbers for one. */
    private boolean isGermanDate() {
        return token.text().matches("\\d{1,2}\\.\\d{1,2}")
                && Tokens.matches(tokens, at + 1, ".")
                && at + 2 < tokens.size()
                && tokens.get(at + 2).text().matches("\\d{4}");
    }

    private int date() {
        String[] parts = token.text().split("\\.", -1);
        String meant = "%s-%2s-%2s"
                .formatted(tokens.get(at + 2).text(), parts[1], parts[0])
                .replace(' ', '0');
        String fix = "write `LocalDate.parse( \"" + meant + "\" )`";
        String written = token.text() + "." + tokens.get(at + 2).text();
        mistakes.add(Mistake.replaced(
                token,
                tokens.get(at + 2),
                "LocalDate.parse( \"" + meant + "\" )",
                "`" + written + "` is not how a date is written",
                fix));
        return at + 2;
    }

    private boolean isOperand(int index) {
        Token operand = tokens.get(index);
        return operand.kind() == Token.Kind.TEXT
                || operand.kind() == Token.Kind.NUMBER
                || (operand.isWord() && !isJoining(operand))
                || (index < at && operand.is(")"));
    }
}
