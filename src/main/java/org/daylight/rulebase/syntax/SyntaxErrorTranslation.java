package org.daylight.rulebase.syntax;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.scheme.Nearest;
import org.jspecify.annotations.Nullable;

/** A message of the parser in an author's words. */
record SyntaxErrorTranslation(String message, @Nullable String fix) {
    private static final Pattern PREFIX = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ?");
    private static final Pattern INPUT =
            Pattern.compile("(?:input|keyword) '(.*?)'(?: in (?:rule|query) .*?)?(?: .*)?$");
    private static final List<String> SECTIONS = words("package import global declare function rule query end");
    private static final List<String> WORDS =
            words("when then end extends salience no-loop enabled dialect date-effective date-expires not exists"
                    + " accumulate declare rule import package function query");

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    /**
     * Translates a message.
     *
     * @param section what it is about, such as: rule `Late`; the empty text for a whole file
     */
    static SyntaxErrorTranslation of(String parserMessage, String section) {
        String text = PREFIX.matcher(parserMessage.strip()).replaceFirst("");
        Matcher matcher = INPUT.matcher(text.lines().findFirst().orElse(""));
        String where = section.isEmpty() ? "" : " in " + section;
        if (!matcher.find()) {
            return new SyntaxErrorTranslation(
                    "something" + (where.isEmpty() ? " in this file" : where) + " cannot be read", null);
        }
        String input = matcher.group(1);
        if (input.equals("<eof>") || input.isBlank()) {
            return new SyntaxErrorTranslation(
                    (section.isEmpty() ? "the file" : section) + " ends too early",
                    "close what was opened: `end`, a parenthesis, a quotation mark");
        }
        List<String> known = text.contains("expecting one of") ? SECTIONS : WORDS;
        @Nullable
        String near = Nearest.to(input, known)
                .filter(word -> !word.equals(input) && !input.equals("and"))
                .map(Nearest::question)
                .orElse(null);
        return new SyntaxErrorTranslation(
                "`" + input + "` does not belong here" + where,
                near == null && !section.startsWith("declaration") ? hint(input, section) : near);
    }

    private static @Nullable String hint(String input, String section) {
        if (section.startsWith("function")) {
            return "write it as `function int twice( int n ) { … }`, with nothing else before the names and the brace";
        }
        return switch (input) {
            case "@" -> "annotations stand right below the rule's name, before `salience` and `when`";
            case "end" -> "`then` is missing, or a parenthesis is not closed";
            default -> null;
        };
    }
}
