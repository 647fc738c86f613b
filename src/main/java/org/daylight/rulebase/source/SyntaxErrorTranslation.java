package org.daylight.rulebase.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.scheme.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * A message of the parser in an author's words.
 *
 * @param rule the rule it is about, or the empty text
 */
record SyntaxErrorTranslation(
        String message, String rule, @Nullable String fix) {
    private static final Pattern PREFIX = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ?");
    private static final Pattern INPUT =
            Pattern.compile("(?:input|keyword) '(.*?)'(?: in (rule|query) (.*?))?(?: .*)?$");
    private static final List<String> SECTIONS = words("package import global declare function rule query end");
    private static final List<String> WORDS =
            words("when then end extends salience no-loop enabled dialect date-effective date-expires not exists"
                    + " accumulate declare rule import package function query");

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    static SyntaxErrorTranslation of(String parserMessage) {
        String text = PREFIX.matcher(parserMessage.strip()).replaceFirst("");
        Matcher matcher = INPUT.matcher(text.lines().findFirst().orElse(""));
        if (!matcher.find()) {
            return new SyntaxErrorTranslation("this cannot be read", "", null);
        }
        String input = matcher.group(1);
        String rule = matcher.group(3) == null ? "" : name(matcher.group(3));
        String where = matcher.group(3) == null ? "" : " in " + matcher.group(2) + " `" + name(matcher.group(3)) + "`";
        if (input.equals("<eof>") || input.isBlank()) {
            return new SyntaxErrorTranslation(
                    "the file ends too early" + where,
                    rule,
                    "close what was opened: `end`, a parenthesis, a quotation mark");
        }
        boolean betweenSections = text.contains("expecting one of");
        @Nullable
        String near = Nearest.to(input, betweenSections ? SECTIONS : WORDS)
                .filter(word -> !word.equals(input))
                .map(Nearest::question)
                .orElse(null);
        return new SyntaxErrorTranslation(
                "`" + input + "` does not belong here" + where, rule, near == null ? hint(input, matcher) : near);
    }

    private static @Nullable String hint(String input, Matcher matcher) {
        if (input.equals("@")) {
            return "annotations stand right below the rule's name, before `salience` and `when`";
        }
        if (input.equals("end") && matcher.group(3) != null) {
            return "`then` is missing, or a parenthesis is not closed";
        }
        return null;
    }

    private static String name(String quoted) {
        return quoted.replaceAll("^\"|\"$", "");
    }
}
