package org.daylight.rulebase.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.Nearest;
import org.jspecify.annotations.Nullable;

/** Checks the names that stand behind {@code then}. */
final class ConsequenceCheck {
    private static final Map<String, List<String>> VERBS =
            Map.of("score", List.of("add", "set"), "decision", List.of("grant", "refuse", "refer", "term"));

    private final KnownTypes types;
    private final RuleScope scope;
    private final Findings findings;
    private final Set<String> locals = new HashSet<>();

    ConsequenceCheck(KnownTypes types, RuleScope scope, Findings findings) {
        this.types = types;
        this.scope = scope;
        this.findings = findings;
    }

    void check() {
        SourceRule rule = scope.rule();
        List<Token> code = rule.consequence();
        for (int at = 1; at < code.size(); at++) {
            if (code.get(at).isWord()
                    && (code.get(at - 1).isWord() || code.get(at - 1).is(">"))) {
                // `String $x` declares; `new X` and `return x` do no harm here.
                locals.add(code.get(at).text());
            }
        }
        for (int at = 0; at < code.size(); at++) {
            if (code.get(at).isWord() && (at == 0 || !code.get(at - 1).is("."))) {
                check(code, at);
            }
        }
    }

    private void check(List<Token> code, int at) {
        Token word = code.get(at);
        boolean member = at + 2 < code.size()
                && code.get(at + 1).is(".")
                && code.get(at + 2).isWord();
        boolean call = at + 3 < code.size() && code.get(at + 3).is("(");
        List<String> verbs = VERBS.get(word.text());
        if (verbs != null && member && call && !verbs.contains(code.get(at + 2).text())) {
            unknownVerb(word, code.get(at + 2), verbs);
        } else if (word.is("score") && member && call) {
            points(code, at);
        } else if (word.is("new") && at + 2 < code.size() && code.get(at + 2).is("(")) {
            made(code.get(at + 1));
        } else if (word.text().startsWith("$") && !locals.contains(word.text())) {
            binding(word, member && !call ? code.get(at + 2) : null);
        }
    }

    private void unknownVerb(Token receiver, Token verb, List<String> verbs) {
        findings.at(
                scope.rule().file(),
                verb,
                ProblemCode.UNKNOWN_VERB,
                "`" + receiver.text() + "` has no verb `" + verb.text() + "`",
                Nearest.fixOrChoices(verb.text(), verbs));
    }

    private void points(List<Token> code, int at) {
        for (int next = at + 4; next < code.size() && !code.get(next).is(")"); next++) {
            Token token = code.get(next);
            boolean alone = code.get(next + 1 < code.size() ? next + 1 : next).is(")");
            boolean text = token.kind() == Token.Kind.TEXT;
            if (alone
                    && (text
                            || (token.kind() == Token.Kind.NUMBER
                                    && token.text().contains(".")))) {
                String verb = "score." + code.get(at + 2).text();
                findings.at(
                        scope.rule().file(),
                        token,
                        ProblemCode.TYPE_MISMATCH,
                        "`" + verb + "` takes whole points, but is given `" + token.text() + "`",
                        null);
            }
        }
    }

    private void made(Token type) {
        if (!types.isKnown(type.text()) && Character.isUpperCase(type.text().charAt(0))) {
            findings.at(
                    scope.rule().file(),
                    type,
                    ProblemCode.UNKNOWN_TYPE,
                    "nothing declares `" + type.text() + "`",
                    Nearest.fix(type.text(), types.names()));
        }
    }

    private void binding(Token word, @Nullable Token field) {
        BoundVariable binding = scope.binding(word.text());
        if (binding == null) {
            String pattern = patternOf(field);
            String fix = Nearest.fix(word.text(), scope.names());
            findings.at(
                    scope.rule().file(),
                    word,
                    ProblemCode.UNKNOWN_BINDING,
                    "no condition binds `" + word.text() + "`",
                    fix == null ? pattern : fix);
        } else if (!binding.visible()) {
            findings.at(
                    scope.rule().file(),
                    word,
                    ProblemCode.UNKNOWN_BINDING,
                    "`" + word.text()
                            + "` is bound inside `not`, `exists`, `forall` or `accumulate` and unknown outside",
                    null);
        } else if (field != null
                && binding.wholeMatch()
                && binding.type() != null
                && !scope.rule().dialect().equals("mvel")) {
            types.fields(binding.type()).ifPresent(fields -> field(binding, field, fields));
        }
    }

    private @Nullable String patternOf(@Nullable Token field) {
        return field == null ? null : "bind the field in the condition, `$" + field.text() + " : " + field.text() + "`";
    }

    private void field(BoundVariable binding, Token field, Map<String, Property> fields) {
        if (!fields.containsKey(field.text())) {
            findings.at(
                    scope.rule().file(),
                    field,
                    ProblemCode.UNKNOWN_FIELD,
                    "`" + binding.type() + "` has no field `" + field.text() + "`",
                    Nearest.fix(field.text(), fields.keySet()));
            return;
        }
        findings.at(
                scope.rule().file(),
                field,
                ProblemCode.FIELD_IN_CONSEQUENCE,
                "`" + binding.name() + "." + field.text() + "` cannot be read behind `then`",
                "bind the field in the condition, `" + binding.type() + "( $" + field.text() + " : " + field.text()
                        + " )`, and use `$" + field.text() + "`");
    }
}
