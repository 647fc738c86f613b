package org.daylight.rulebase.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.jspecify.annotations.Nullable;

/** Refuses numbers that would be read otherwise than they look, and binary fractions, whose sums are not what they say. */
record NumberCheck(SourceFile file, Problems problems) {
    private static final Set<String> BINARY = Set.of("double", "float", "Double", "Float");
    private static final Set<String> ENDS = Set.of("[", "]", "(", ")", ";");
    private static final Pattern NUMBER = Pattern.compile("((0|[1-9]\\d*)(\\.\\d+)?|\\.\\d+)([eE]\\d{1,2})?[lLB]?");
    private static final int MOST_DIGITS = 100;

    void check() {
        List<Token> tokens = Tokens.of(file.text(), 0);
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            // Of a field's type the declaration is told.
            if (token.isWord() && BINARY.contains(token.text()) && !Tokens.matches(tokens, at - 1, ":")) {
                report(
                        token,
                        "`" + token.text() + "` counts in binary fractions, in which 0.1 does not exist",
                        "write `BigDecimal`: a number such as `1.1` is one, and `+ - * / <` work with it");
            } else if (isShift(tokens, at)) {
                report(token, "`<<` moves binary digits out of a number without a word", "multiply instead");
            } else if (token.kind() == Token.Kind.NUMBER && !isDuration(tokens, at) && !isPart(tokens, at)) {
                number(token);
            }
        }
    }

    private static boolean isShift(List<Token> tokens, int at) {
        return Tokens.matches(tokens, at, "<", "<")
                && tokens.get(at + 1).offset() == tokens.get(at).offset() + 1;
    }

    /** Times of operators such as {@code after[ 2d, 36h ]} are numbers with a unit. */
    private static boolean isDuration(List<Token> tokens, int at) {
        int open = at;
        while (open >= 0 && !ENDS.contains(tokens.get(open).text())) {
            open--;
        }
        return Tokens.matches(tokens, open, "[")
                || (Tokens.matches(tokens, open, "(") && Tokens.matches(tokens, open - 1, "timer"));
    }

    /** Whether it is a part of something else that looks like a number or date, which is told as a whole. */
    private static boolean isPart(List<Token> tokens, int at) {
        return at >= 2
                && tokens.get(at - 2).kind() == Token.Kind.NUMBER
                && (tokens.get(at - 1).is(",") || tokens.get(at - 1).is("-"))
                && tokens.get(at - 2).offset() + tokens.get(at - 2).text().length() + 1
                        == tokens.get(at).offset();
    }

    private void number(Token token) {
        String text = token.text();
        if (NUMBER.matcher(text).matches() && text.length() <= MOST_DIGITS) {
            return;
        }
        if (text.length() > MOST_DIGITS) {
            report(token, "a number has more than " + MOST_DIGITS + " digits", null);
        } else if (text.matches("0\\d+")) {
            String plain = text.replaceFirst("^0+(?=\\d)", "");
            report(token, "`" + text + "` would be read as a number to the base of eight", "write `" + plain + "`");
        } else if (text.matches("\\d[\\d_]*\\d(\\.\\d+)?")) {
            report(token, "`" + text + "` has signs between its digits", "write `" + text.replace("_", "") + "`");
        } else if (text.matches("\\d+(\\.\\d+)?[fFdD]")) {
            String plain = text.substring(0, text.length() - 1);
            report(
                    token,
                    "`" + text + "` would count in binary fractions",
                    "write `" + (plain.contains(".") ? plain : plain + ".0") + "`");
        } else {
            report(
                    token,
                    "`" + text + "` is no number that rules can have",
                    "write it in digits, such as `16` or `0.5`");
        }
    }

    private void report(Token token, String message, @Nullable String fix) {
        problems.error(ProblemCode.UNSUPPORTED_LANGUAGE, file.place(token.offset()), message, fix);
    }
}
