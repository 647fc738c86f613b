package org.daylight.rulebase.syntax;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.rulebase.syntax.Mistake.Edit;
import org.daylight.scheme.UnseenLetters;
import org.jspecify.annotations.Nullable;

/**
 * Finds letters that word processors, web pages and keyboards put into rules and that no rule is made of: curly quotation marks,
 * long dashes, spaces that are none. In texts and comments they may stand.
 */
final class ForeignLetters {
    private static final Pattern UNTOUCHED = Pattern.compile("//[^\\n]*+|/\\*[\\s\\S]*?\\*/"
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'|[\\x00-\\x7F]");
    private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u301D\u301E\uFF02";
    private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u00B4\uFF07";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
    private static final Map<Integer, String> SIGNS =
            Map.of(0x2264, "<=", 0x2265, ">=", 0x2260, "!=", 0x00D7, "*", 0x00F7, "/", 0x2044, "/", 0x2215, "/");

    private final String text;
    private final List<Mistake> mistakes = new ArrayList<>();

    private ForeignLetters(String text) {
        this.text = text;
    }

    static List<Mistake> in(String text) {
        ForeignLetters letters = new ForeignLetters(text);
        letters.find();
        return letters.mistakes;
    }

    private void find() {
        Matcher untouched = UNTOUCHED.matcher(text);
        int at = 0;
        while (at < text.length()) {
            untouched.region(at, text.length());
            if (untouched.lookingAt()) {
                at = untouched.group().equals("\"") ? halfCurlyText(at) : untouched.end();
            } else {
                at = letter(at);
            }
        }
    }

    /** A text that begins straight and ends curly; elsewhere a quotation mark alone is told as what it is. */
    private int halfCurlyText(int from) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '\n' && DOUBLE_QUOTES.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) != '\n' ? letter(at) : from + 1;
    }

    private int letter(int at) {
        int letter = text.codePointAt(at);
        int length = Character.charCount(letter);
        String mark = quotationMark(letter);
        if (mark != null) {
            return quoted(at, letter, mark);
        }
        String meant = meant(letter);
        if (meant == null) {
            return at + length;
        }
        int end = at + length;
        StringBuilder word = new StringBuilder(meant);
        while (isFullWidth(letter) && end < text.length() && isFullWidth(text.charAt(end))) {
            word.append(meant(text.charAt(end)));
            end++;
        }
        report(at, letter, end - at, word.toString());
        return end;
    }

    /** Reads a text in curly quotation marks to the one that closes it on the same line: what is inside belongs to the text. */
    private int quoted(int at, int opening, String mark) {
        report(at, opening, 1, mark);
        for (int end = at + 1; end < text.length() && text.charAt(end) != '\n'; end++) {
            boolean closes = mark.equals(quotationMark(text.charAt(end))) || text.charAt(end) == mark.charAt(0);
            if (closes) {
                if (text.charAt(end) != mark.charAt(0)) {
                    mistakes.add(new Mistake(end, "", null, new Edit(end, 1, mark)));
                }
                return end + 1;
            }
        }
        return at + 1;
    }

    /** Letters and digits of the width of Chinese ones. */
    private static boolean isFullWidth(int letter) {
        return letter > 0xFF00 && letter < 0xFF5F && Character.isLetterOrDigit(letter);
    }

    private static @Nullable String quotationMark(int letter) {
        if (DOUBLE_QUOTES.indexOf(letter) >= 0) {
            return "\"";
        }
        return SINGLE_QUOTES.indexOf(letter) >= 0 ? "'" : null;
    }

    /** What was meant; null where the letter may stand in a name. */
    private static @Nullable String meant(int letter) {
        if (Character.isSpaceChar(letter)) {
            return " ";
        }
        if (Character.isIdentifierIgnorable(letter) || Character.getType(letter) == Character.FORMAT) {
            return "";
        }
        if (DASHES.indexOf(letter) >= 0) {
            return "-";
        }
        if (SIGNS.containsKey(letter)) {
            return SIGNS.get(letter);
        }
        String plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
        if (plain.chars().allMatch(unit -> unit > ' ' && unit < 0x7F)) {
            return plain;
        }
        return Character.isUnicodeIdentifierPart(letter) ? null : " ";
    }

    private void report(int at, int letter, int length, String meant) {
        if (UnseenLetters.isTold(letter)) {
            mistakes.add(new Mistake(at, "", null, new Edit(at, length, meant)));
            return;
        }
        String name = String.valueOf(Character.getName(letter)).toLowerCase(Locale.ROOT);
        String message = isPrinted(letter)
                ? "`" + text.substring(at, at + length) + "` (" + name + ") is not part of the language of rules"
                : "a letter that cannot be seen stands here: " + name;
        String fix =
                switch (meant) {
                    case "" -> "take it out";
                    case " " -> isPrinted(letter) ? "take it out" : "write an ordinary space";
                    default -> "write `" + meant + "`";
                };
        mistakes.add(new Mistake(at, message, fix, new Edit(at, length, meant)));
    }

    private static boolean isPrinted(int letter) {
        int type = Character.getType(letter);
        return !Character.isSpaceChar(letter)
                && type != Character.FORMAT
                && type != Character.CONTROL
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }
}
