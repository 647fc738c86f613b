package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cuts an author's code into tokens; white space and comments are dropped, and so is all behind the beginning of a comment that does not
 * end.
 */
public final class Tokens {
    private static final String TEXT =
            "\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'";
    private static final Pattern TOKEN = pattern(TEXT);
    /** Nothing is a text that is followed by what is never there. */
    private static final Pattern WITHOUT_TEXTS = pattern("(?!)");

    private static final Set<String> OPENING = Set.of("(", "[", "{");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");

    private Tokens() {}

    private static Pattern pattern(String text) {
        return Pattern.compile("(?<skipped>\\s++|//[^\\n]*+|/\\*[\\s\\S]*?\\*/)"
                + "|(?<text>" + text + ")"
                + "|(?<number>(?:\\d++(?:\\.\\d++)?|(?<![\\w.)\\]])\\.\\d++)\\w*+)"
                + "|(?<word>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+)"
                + "|(?<symbol>&&|\\|\\||==|!=|<=|>=|[\\s\\S])");
    }

    /**
     * The tokens of a piece of code.
     *
     * @param offset where the piece begins in its file
     */
    public static List<Token> of(String code, int offset) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(code);
        // Behind a text without an end every further mark of the line would be tried as a beginning.
        int textsFrom = 0;
        int at = 0;
        while (matcher.usePattern(at < textsFrom ? WITHOUT_TEXTS : TOKEN).find(at)) {
            at = matcher.end();
            if (matcher.group("skipped") == null) {
                Token token = new Token(kind(matcher), matcher.group(), offset + matcher.start());
                tokens.add(token);
                if (opensComment(tokens)) {
                    break;
                }
                if (token.is("\"") || token.is("'")) {
                    textsFrom = code.indexOf('\n', at) < 0 ? code.length() : code.indexOf('\n', at);
                }
            }
        }
        return tokens;
    }

    /** Whether the last two begin a comment; one that ended would have been dropped. */
    private static boolean opensComment(List<Token> tokens) {
        int last = tokens.size() - 1;
        return last > 0
                && matches(tokens, last - 1, "/", "*")
                && tokens.get(last - 1).offset() + 1 == tokens.get(last).offset();
    }

    private static Token.Kind kind(Matcher matcher) {
        if (matcher.group("text") != null) {
            return Token.Kind.TEXT;
        }
        if (matcher.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        return matcher.group("word") != null ? Token.Kind.WORD : Token.Kind.SYMBOL;
    }

    /** Whether these words and symbols stand there, one after the other. */
    public static boolean matches(List<Token> code, int at, String... texts) {
        return at >= 0
                && at + texts.length <= code.size()
                && IntStream.range(0, texts.length)
                        .allMatch(next -> code.get(at + next).is(texts[next]));
    }

    /** One space between any two. */
    public static String joined(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** As written but for white space: a space only where the author had one, or a line's end. */
    public static String asWritten(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        Token before = null;
        for (Token token : tokens) {
            if (before != null && before.offset() + before.text().length() < token.offset()) {
                text.append(' ');
            }
            text.append(token.text());
            before = token;
        }
        return text.toString();
    }

    /** The pieces between a separator that stands in no parentheses. */
    public static List<List<Token>> split(List<Token> tokens, String separator) {
        List<List<Token>> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < tokens.size(); at++) {
            depth = depth(depth, tokens.get(at));
            if (depth == 0 && tokens.get(at).is(separator)) {
                parts.add(tokens.subList(from, at));
                from = at + 1;
            }
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }

    /** Index of the parenthesis that closes the one at {@code open}; the last token's when none does. */
    public static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth = depth(depth, tokens.get(at));
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size() - 1;
    }

    static int depth(int depth, Token token) {
        if (OPENING.contains(token.text())) {
            return depth + 1;
        }
        return CLOSING.contains(token.text()) ? depth - 1 : depth;
    }
}
