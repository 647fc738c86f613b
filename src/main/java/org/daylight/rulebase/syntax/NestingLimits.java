package org.daylight.rulebase.syntax;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/**
 * Refuses text on which the engine's parsers and compiler would work without end, before they see it: parentheses in each other
 * double the work with each, constants made of constants double in length, and of long chains there are {@link ChainLimits}.
 */
final class NestingLimits {
    static final int DEEPEST = 10;
    static final int DEEPEST_BLOCKS = 20;
    static final int LONGEST_WORD = 200;
    static final int LONGEST_TEXT = 10_000;

    private static final int LOOK_AHEAD = 8;
    private static final Pattern ESCAPED_LETTER = Pattern.compile("\\\\u+([0-9a-fA-F]{4})?");

    private final ChainLimits chains = new ChainLimits();
    private final SourceFile file;
    private final Problems problems;
    private boolean reported;

    private NestingLimits(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Returns false, with one problem reported, when the file must not be parsed. */
    static boolean check(String path, String text, Problems problems) {
        NestingLimits limits = new NestingLimits(new SourceFile(path, text, new PackageDescr()), problems);
        limits.escapes();
        limits.tokens(Tokens.of(text, 0));
        return !limits.reported;
    }

    private void escapes() {
        Matcher escape = ESCAPED_LETTER.matcher(file.text());
        if (escape.find()) {
            char hidden = escape.group(1) == null ? 0 : (char) Integer.parseInt(escape.group(1), 16);
            String hiding = hidden <= ' ' ? "" : ", which hides `" + hidden + "`,";
            report(
                    ProblemCode.UNSUPPORTED_LANGUAGE,
                    escape.start(),
                    "`" + escape.group() + "`" + hiding + " is not part of the language of schemes",
                    "write the letter as it is");
        }
    }

    private void tokens(List<Token> tokens) {
        int parentheses = 0;
        int blocks = 0;
        for (int at = 0; at < tokens.size() && !reported; at++) {
            Token token = tokens.get(at);
            switch (token.text()) {
                case "(", "[" -> parentheses++;
                case ")", "]" -> parentheses = Math.max(0, parentheses - 1);
                case "{" -> blocks++;
                case "}" -> blocks = Math.max(0, blocks - 1);
                case "then", "when", "end", "rule", "function", "declare", "query" ->
                    parentheses = blocks > 0 ? parentheses : 0;
                default -> word(tokens, at);
            }
            nesting(token, parentheses, DEEPEST, "parentheses");
            nesting(token, blocks, DEEPEST_BLOCKS, "blocks");
            if (!reported) {
                chains.next(token)
                        .ifPresent(found -> report(ProblemCode.TOO_LARGE, token.offset(), found, ChainLimits.FIX));
            }
        }
    }

    private void nesting(Token token, int depth, int deepest, String construct) {
        if (depth > deepest) {
            String message = construct + " stand inside each other more than " + deepest + " deep";
            report(ProblemCode.TOO_LARGE, token.offset(), message, "give a part a name, in a binding or a function");
        }
    }

    private void word(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.TEXT && token.text().length() > LONGEST_TEXT) {
            report(
                    ProblemCode.TOO_LARGE,
                    token.offset(),
                    "a text has " + token.text().length() + " letters, more than the " + LONGEST_TEXT + " allowed",
                    "say it in fewer words");
        }
        if (!token.isWord()) {
            return;
        }
        if (token.text().length() > LONGEST_WORD) {
            report(ProblemCode.TOO_LARGE, token.offset(), "a name has more than " + LONGEST_WORD + " letters", null);
        } else if (token.is("final") && isConstantText(tokens, at)) {
            report(
                    ProblemCode.UNSUPPORTED_LANGUAGE,
                    token.offset(),
                    "a constant text (`final String`) is not part of the language of schemes",
                    "leave `final` out");
        } else if ((token.is("class") || token.is("interface")) && isDeclaration(tokens, at)) {
            report(
                    ProblemCode.FORBIDDEN_CONSTRUCT,
                    token.offset(),
                    "a class of its own is not allowed in rules",
                    "declare a type");
        }
    }

    private static boolean isConstantText(List<Token> tokens, int at) {
        for (int next = at + 1; next < Math.min(tokens.size(), at + LOOK_AHEAD); next++) {
            if (tokens.get(next).is("String") || tokens.get(next).is("var")) {
                return true;
            }
            if (Set.of("=", ";", ")").contains(tokens.get(next).text())) {
                return false;
            }
        }
        return false;
    }

    /** Whether the word declares a class, and is none of {@code X.class}. */
    private static boolean isDeclaration(List<Token> tokens, int at) {
        boolean named = at + 2 < tokens.size() && tokens.get(at + 1).isWord();
        boolean begun = named
                && Set.of("{", "<", "extends", "implements")
                        .contains(tokens.get(at + 2).text());
        return begun && (at == 0 || !tokens.get(at - 1).is("."));
    }

    private void report(ProblemCode code, int offset, String message, @Nullable String fix) {
        reported = true;
        problems.error(code, file.place(offset), message, fix);
    }
}
