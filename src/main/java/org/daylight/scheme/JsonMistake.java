package org.daylight.scheme;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;

/** What the JSON parser says, in the words of whoever wrote the file. */
record JsonMistake(ProblemCode code, String message, String fix) {
    private static final String VALUES = "write `true`, `false`, `null`, a number, or a text in double quotation marks";

    private record Kind(Pattern said, JsonMistake meant) {}

    private static final List<Kind> KINDS = List.of(
            kind("end-of-input", "the file ends too early", "close each `{`, each `[` and each quotation mark"),
            kind(
                    "Unexpected character \\('/'|Unexpected character \\('#'",
                    "JSON has no comments",
                    "take the comment out, or name the file `.yaml`"),
            kind(
                    "double-quote to start (field|property) name",
                    "a name in double quotation marks is missing here",
                    "write each name in double quotation marks, and no comma behind the last value"),
            kind("Leading zeroes", "a number begins with a zero", "write it without a leading zero"),
            kind("Unrecognized token '([^']*)'", "`{1}` is no value of JSON", VALUES),
            kind("Non-standard token '([^']*)'", "`{1}` is no value of JSON", VALUES),
            kind(
                    "[Uu]nquoted character|CTRL-CHAR",
                    "a tab or the end of the line stands inside of a text",
                    "write `\\t` or `\\n` in its place, or close the text"),
            kind(
                    "Unrecognized character escape '?(\\S)",
                    "`\\{1}` is no escape of JSON",
                    "write `\\\\` for a backslash"),
            kind(
                    "expected a hex-digit|escape sequence",
                    "`\\u` stands without four digits of a letter's number",
                    "write them, such as `\\u00e4`, or the letter itself"),
            kind("comma", "a comma is missing here", "write `,` between values"),
            kind("colon", "a colon is missing here", "write `:` between a name and its value"));

    static JsonMistake of(String said) {
        if (said.contains("maximum allowed")) {
            String message = said.contains("nesting")
                    ? "lists and objects stand inside each other more than " + StrictEvents.DEEPEST + " deep"
                    : "a number, a name or a text is too long";
            return new JsonMistake(ProblemCode.TOO_LARGE, message, "make it smaller");
        }
        for (Kind kind : KINDS) {
            Matcher matcher = kind.said().matcher(said);
            if (matcher.find()) {
                String found = matcher.groupCount() > 0 ? matcher.group(1) : "";
                return new JsonMistake(
                        kind.meant().code(),
                        kind.meant().message().replace("{1}", found),
                        kind.meant().fix());
            }
        }
        return new JsonMistake(ProblemCode.MALFORMED_JSON, "what stands here is no JSON", VALUES);
    }

    private static Kind kind(String said, String message, String fix) {
        return new Kind(Pattern.compile(said), new JsonMistake(ProblemCode.MALFORMED_JSON, message, fix));
    }

    void report(Place place, Problems problems) {
        problems.error(code, place, message, fix);
    }
}
