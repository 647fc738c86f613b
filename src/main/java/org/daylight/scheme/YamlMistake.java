package org.daylight.scheme;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What the YAML parser says, in the words of whoever wrote the file.
 *
 * @param mark where it is told: where the parser stumbled, or where that began which has no end
 */
record YamlMistake(@Nullable Mark mark, String message, String fix) {
    private static final String QUOTE = "put the whole text in quotation marks";

    private record Kind(Pattern said, boolean whereItBegan, String message, String fix) {}

    private static final List<Kind> KINDS = List.of(
            kind("mapping values are not allowed here", "a second `:` stands in this line", QUOTE),
            kind("TAB", "a tab stands here, where only spaces may", "write spaces"),
            kind("character '(\\S+)' that cannot start", "a text cannot begin with `{1}`", QUOTE),
            began(
                    "quoted scalar.*unexpected end of stream",
                    "a text in quotation marks begins here and does not end",
                    "close it with the quotation mark that it begins with"),
            kind(
                    "unknown escape character (\\S)",
                    "`\\{1}` means nothing here",
                    "write `\\\\` for a backslash, or use single quotation marks"),
            kind(
                    "flow mapping.*expected ',' or '}'",
                    "the `{` of line {line} is not closed, or a comma is missing before this",
                    "close it with `}`, and write `,` between its parts"),
            kind(
                    "flow sequence.*expected ',' or ']'",
                    "the `[` of line {line} is not closed, or a comma is missing before this",
                    "close it with `]`, and write `,` between its parts"),
            began("could not find expected ':'", "a `:` and a value are missing behind this", "write `name: value`"),
            kind("expected <block end>, but found '<scalar>'", "more stands here behind the end of a value", QUOTE),
            kind(
                    "expected <block end>",
                    "this line does not begin where those begin that it belongs to",
                    "let it begin in the same column as they do"),
            kind(
                    "sequence entries are not allowed",
                    "a list cannot begin here",
                    "begin each `-` on a line of its own"));

    static YamlMistake of(MarkedYAMLException malformed) {
        String said = malformed.getContext() + ": " + malformed.getProblem();
        Mark began = malformed.getContextMark();
        for (Kind kind : KINDS) {
            Matcher matcher = kind.said().matcher(said);
            if (matcher.find()) {
                String found = matcher.groupCount() > 0 ? matcher.group(1) : "";
                String line = began == null ? "?" : String.valueOf(began.getLine() + 1);
                return new YamlMistake(
                        kind.whereItBegan() && began != null ? began : malformed.getProblemMark(),
                        kind.message().replace("{1}", found).replace("{line}", line),
                        kind.fix());
            }
        }
        return new YamlMistake(
                malformed.getProblemMark(),
                "this cannot be read here",
                "write `name: value`, and texts in quotation marks");
    }

    private static Kind kind(String said, String message, String fix) {
        return new Kind(Pattern.compile(said, Pattern.DOTALL), false, message, fix);
    }

    private static Kind began(String said, String message, String fix) {
        return new Kind(Pattern.compile(said, Pattern.DOTALL), true, message, fix);
    }
}
