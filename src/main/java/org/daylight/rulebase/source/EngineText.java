package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scheme's rules as the engine is given them. Some of what the language has the engine drops, mistakes or refuses, and it is
 * written in a form that it understands rightly: the same lines, with the same meaning. Nobody else sees it; places, messages and
 * explanations are about what the author wrote.
 *
 * @param edits by file
 * @param functions that stand for pieces of conditions
 */
public record EngineText(Map<String, List<TextEdit>> edits, List<LiftedFunction> functions) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package[ \\t]+[\\w.]+[ \\t]*;?");

    /** Writes the rules of a scheme for the engine. */
    public static EngineText of(SchemeSource source) {
        List<LiftedFunction> functions = new ArrayList<>();
        Map<String, List<TextEdit>> edits = source.files().stream()
                .collect(Collectors.toUnmodifiableMap(SourceFile::path, file -> edits(source, file, functions)));
        return new EngineText(edits, List.copyOf(functions));
    }

    private static List<TextEdit> edits(SchemeSource source, SourceFile file, List<LiftedFunction> functions) {
        List<TextEdit> edits = new ArrayList<>();
        for (SourceRule rule : source.allRules()) {
            if (rule.file().equals(file)) {
                ConditionWords words = new ConditionWords(source, rule);
                LiftedForm lifted = new LiftedForm(words, edits, functions);
                lifted.write();
                SignForm.write(words, edits);
                NumberForm.write(words, edits);
                AccumulationForm.write(words, edits, lifted);
                OccurrenceForm.write(words, edits);
                InitForm.write(words, edits);
            }
        }
        return List.copyOf(edits);
    }

    /**
     * A file as the engine is given it.
     *
     * @param text the file's, in which rules may have been blanked out
     */
    public String text(String path, String text) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        boolean afterReplaced = false;
        List<TextEdit> inOrder = edits.getOrDefault(path, List.of()).stream()
                .sorted(Comparator.comparing(TextEdit::offset)
                        .thenComparing(edit -> -edit.written().length()))
                .toList();
        for (TextEdit edit : inOrder) {
            // An edit inside of one before it, or at its end, is part of that already.
            boolean outside = edit.offset() > at || (edit.offset() == at && !afterReplaced);
            if (outside && edit.end() <= text.length() && applies(edit, text)) {
                written.append(text, at, edit.offset()).append(edit.replacement());
                at = edit.end();
                afterReplaced = !edit.written().isEmpty();
            }
        }
        written.append(text, at, text.length());
        return withFunctions(path, written.toString());
    }

    /** With its functions before the first rule: of others the engine does not know the types. */
    private String withFunctions(String path, String text) {
        String declarations = functions.stream()
                .filter(function -> function.written().file().path().equals(path))
                .map(LiftedFunction::declaration)
                .collect(Collectors.joining(" "));
        Matcher named = PACKAGE.matcher(text);
        return declarations.isEmpty() || !named.find()
                ? text
                : text.substring(0, named.end()) + "; " + declarations + text.substring(named.end());
    }

    private static boolean applies(TextEdit edit, String text) {
        return edit.written().isEmpty()
                ? edit.offset() > 0 && !isBlank(text, edit.offset())
                : text.startsWith(edit.written(), edit.offset());
    }

    /** Whether it has been blanked out around a place. */
    private static boolean isBlank(String text, int offset) {
        return Character.isWhitespace(text.charAt(offset)) && Character.isWhitespace(text.charAt(offset - 1));
    }

    /** What an author wrote where the engine was given this. */
    public String asWritten(String condition) {
        String written = condition;
        for (LiftedFunction function : functions) {
            written = written.replaceAll(
                    "\\b" + function.name() + "\\s*\\([^)]*\\)",
                    Matcher.quoteReplacement(function.written().text()));
        }
        return written;
    }

    /** The same with signs where differences from zero stand, for the engine is given those. */
    public static String unsigned(String condition) {
        return SignForm.unsigned(condition);
    }

    /** A token's text, the same for what an author wrote and for what the engine was given. */
    public static String form(Token token) {
        boolean number = token.kind() == Token.Kind.NUMBER;
        return number ? NumberForm.plain(token.text()).replaceAll("\\.0$", "") : token.text();
    }
}
