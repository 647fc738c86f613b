package org.daylight.rulebase.source;

import java.util.List;
import java.util.Set;

/**
 * Statements in {@code init( … )} of an inline accumulation. The engine keeps nothing of it but declarations, so each becomes one: of
 * a text that holds the statement, which is put in its place when the engine has generated its code.
 */
public final class InitForm {
    /** How the names of such texts begin. */
    public static final String STATEMENT = "lifted_statement_";

    private static final Set<String> ASSIGNING = Set.of("=", "+", "-", "*", "/", "%");

    private InitForm() {}

    static void write(ConditionWords words, List<TextEdit> edits) {
        List<Token> conditions = words.tokens();
        for (int at = 0; at + 1 < conditions.size(); at++) {
            boolean begins =
                    conditions.get(at).is("init") && conditions.get(at + 1).is("(");
            if (begins && !Tokens.matches(conditions, at - 1, ".")) {
                List<Token> content = conditions.subList(at + 2, Tokens.closing(conditions, at + 1));
                Tokens.split(content, ";").stream()
                        .filter(statement -> !statement.isEmpty() && !isDeclaration(statement))
                        .forEach(statement -> edits.add(declared(words.file(), statement, edits.size())));
            }
        }
    }

    private static TextEdit declared(SourceFile file, List<Token> statement, int number) {
        String text = Tokens.asWritten(statement).replace("\\", "\\\\").replace("\"", "\\\"");
        return file.replace(statement, "String " + STATEMENT + number + " = \"" + text + "\"");
    }

    /** Whether it begins with a type and a name, such as {@code List<String> names = …}. */
    private static boolean isDeclaration(List<Token> statement) {
        int at = 0;
        while (at < statement.size()
                && !ASSIGNING.contains(statement.get(at).text())
                && !statement.get(at).is("(")) {
            at++;
        }
        List<Token> before = statement.subList(0, at);
        return before.size() > 1
                && before.get(0).isWord()
                && before.get(before.size() - 1).isWord()
                && !before.get(before.size() - 2).is(".");
    }
}
