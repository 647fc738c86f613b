package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Scheme;

/** Finds in a scheme's files where the conditions of a rule are written, and what an author wrote behind {@code not} and its like. */
final class AuthorText {
    private final Map<String, String> files;
    private final Map<String, Written> byRule = new HashMap<>();

    AuthorText(Scheme scheme) {
        this.files = scheme.ruleFiles();
        files.forEach((file, text) -> rules(file, text, Tokens.of(text, 0)));
    }

    /** The conditions of a rule, those of the rules that it extends first. */
    WrittenConditions of(RuleText rule) {
        List<WrittenConditions.Part> parts = new ArrayList<>();
        Set<String> seen = new java.util.HashSet<>();
        Written written = byRule.get(rule.name());
        while (written != null && seen.add(written.name())) {
            parts.add(
                    0,
                    new WrittenConditions.Part(
                            written.file(), files.getOrDefault(written.file(), ""), written.conditions()));
            written = byRule.get(written.parent());
        }
        return new WrittenConditions(rule, parts);
    }

    /** What a rule's consequence does: the verbs it uses, {@code insert} among them, each once. */
    List<String> would(RuleText rule) {
        Written written = byRule.get(rule.name());
        return written == null ? List.of() : verbs(written.consequence());
    }

    private static List<String> verbs(List<Token> code) {
        Set<String> verbs = new java.util.LinkedHashSet<>();
        for (int at = 0; at + 1 < code.size(); at++) {
            Token token = code.get(at);
            boolean verb = token.is("score") || token.is("decision");
            if (verb && at + 2 < code.size() && code.get(at + 1).is(".")) {
                verbs.add(token.text() + "." + code.get(at + 2).text());
            } else if (token.text().startsWith("insert") && code.get(at + 1).is("(")) {
                verbs.add("insert");
            }
        }
        return List.copyOf(verbs);
    }

    private record Written(String name, String parent, String file, List<Token> conditions, List<Token> consequence) {}

    private void rules(String file, String text, List<Token> tokens) {
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).is("rule") && isAtLineStart(text, tokens.get(at))) {
                int when = next(tokens, at, "when");
                int then = next(tokens, when, "then");
                if (then < tokens.size()) {
                    String name = tokens.get(at + 1).unquoted();
                    boolean extending = tokens.get(at + 2).is("extends");
                    String parent = extending ? tokens.get(at + 3).unquoted() : "";
                    int end = next(tokens, then, "end");
                    byRule.put(
                            name,
                            new Written(
                                    name,
                                    parent,
                                    file,
                                    List.copyOf(tokens.subList(when + 1, then)),
                                    List.copyOf(tokens.subList(then + 1, end))));
                    at = end;
                }
            }
        }
    }

    private static boolean isAtLineStart(String text, Token token) {
        int line = text.lastIndexOf('\n', token.offset()) + 1;
        return token.kind() == Token.Kind.WORD
                && (text.substring(line, token.offset()).isBlank() || line == token.offset());
    }

    private static int next(List<Token> tokens, int from, String word) {
        int at = from;
        while (at < tokens.size()
                && !(tokens.get(at).kind() == Token.Kind.WORD && tokens.get(at).is(word))) {
            at++;
        }
        return at;
    }
}
