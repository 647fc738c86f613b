package org.daylight.rulebase.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.rulebase.syntax.ConsequenceMistakes;
import org.daylight.rulebase.syntax.Mistake;
import org.daylight.scheme.Nearest;
import org.jspecify.annotations.Nullable;

/** Checks the names that stand behind {@code then}. */
final class ConsequenceCheck {
    private static final Map<String, List<String>> VERBS =
            Map.of("score", List.of("add", "set"), "decision", List.of("grant", "refuse", "refer", "term"));

    /** Words that others use for a verb, and what to write. */
    private static final Map<String, String> OTHER_VERBS = Map.ofEntries(
            Map.entry("deny", "decision.refuse()"),
            Map.entry("reject", "decision.refuse()"),
            Map.entry("decline", "decision.refuse()"),
            Map.entry("approve", "decision.grant()"),
            Map.entry("allow", "decision.grant()"),
            Map.entry("accept", "decision.grant()"),
            Map.entry("review", "decision.refer()"),
            Map.entry("subtract", "score.add( -10 )"),
            Map.entry("minus", "score.add( -10 )"),
            Map.entry("deduct", "score.add( -10 )"),
            Map.entry("remove", "score.add( -10 )"),
            Map.entry("plus", "score.add( 10 )"));

    private final RuleScope scope;
    private final Set<String> locals = new HashSet<>();

    ConsequenceCheck(RuleScope scope) {
        this.scope = scope;
    }

    void check() {
        List<Token> code = scope.rule().consequence();
        for (int at = 1; at < code.size(); at++) {
            if (code.get(at).isWord()
                    && (code.get(at - 1).isWord() || code.get(at - 1).is(">"))) {
                // `String $x` declares; `new X` and `return x` do no harm here.
                locals.add(code.get(at).text());
            }
        }
        for (int at = 0; at < code.size(); at++) {
            Optional<Mistake> verb =
                    scope.isFunction(code.get(at).text()) ? Optional.empty() : ConsequenceMistakes.verb(code, at);
            if (verb.isPresent()) {
                Mistake mistake = verb.get();
                scope.report(mistake.offset(), ProblemCode.SYNTAX, mistake.message(), mistake.fix());
            } else if (code.get(at).isWord() && !Tokens.matches(code, at - 1, ".")) {
                check(code, at);
            }
        }
    }

    private void check(List<Token> code, int at) {
        Token word = code.get(at);
        boolean member = Tokens.matches(code, at + 1, ".")
                && at + 2 < code.size()
                && code.get(at + 2).isWord();
        boolean call = Tokens.matches(code, at + 3, "(");
        List<String> verbs = VERBS.get(word.text());
        if (verbs != null && member && call && !verbs.contains(code.get(at + 2).text())) {
            unknownVerb(word, code.get(at + 2), verbs);
        } else if (word.is("decision") && Tokens.matches(code, at + 1, ".", "term", "(") && isBareTerm(code, at + 4)) {
            Token name = code.get(at + 4);
            scope.report(
                    name,
                    ProblemCode.TYPE_MISMATCH,
                    "the term's name `" + name.text() + "` is not in quotation marks",
                    "write `\"" + name.text() + "\"`");
        } else if (word.is("score") && member && call) {
            points(code, at);
        } else if ((word.is("this") || word.is("super")) && !Tokens.matches(code, at - 1, "?")) {
            scope.report(
                    word,
                    ProblemCode.UNKNOWN_NAME,
                    "`" + word.text() + "` stands for nothing behind `then`",
                    "bind what you mean in a condition, `$late : LateReturn()`, and write `$late`");
        } else if (word.is("new") && Tokens.matches(code, at + 2, "(")) {
            checkConstructedType(code.get(at + 1));
        } else if (word.text().startsWith("$") && !locals.contains(word.text())) {
            binding(word, member && !call ? code.get(at + 2) : null);
        } else if (Tokens.matches(code, at + 1, ".") && isPackage(word)) {
            foreignType(code, at);
        } else if (!Tokens.matches(code, at + 1, "(") && !isKnown(word)) {
            bareField(word);
        }
    }

    private boolean isBareTerm(List<Token> code, int at) {
        return Tokens.matches(code, at + 1, ",")
                && code.get(at).isWord()
                && !code.get(at).text().startsWith("$")
                && !isKnown(code.get(at));
    }

    private boolean isKnown(Token word) {
        return locals.contains(word.text()) || scope.binds(word.text()) || scope.isGlobal(word.text());
    }

    private boolean isPackage(Token word) {
        return !isKnown(word) && Character.isLowerCase(word.text().charAt(0)) && !word.is("this");
    }

    /** A type by its full name; the engine cannot say that there is none. */
    private void foreignType(List<Token> code, int from) {
        int at = from;
        while (Tokens.matches(code, at + 1, ".") && at + 2 < code.size() && !isTypeName(code.get(at))) {
            at += 2;
        }
        String name = code.subList(from, at + 1).stream().map(Token::text).collect(Collectors.joining());
        if (isTypeName(code.get(at)) && !KnownTypes.exists(name)) {
            scope.report(
                    code.get(from),
                    ProblemCode.UNKNOWN_TYPE,
                    "there is no type `" + name + "`",
                    "rules may use the types that their scheme declares, numbers, texts and dates");
        }
    }

    private static boolean isTypeName(Token word) {
        return word.isWord() && Character.isUpperCase(word.text().charAt(0));
    }

    /** A field of a type that the conditions match, named as if it were there behind {@code then}. */
    private void bareField(Token word) {
        scope.rule().patterns().stream()
                .filter(pattern -> pattern.matchesData() && pattern.isRequired())
                .filter(pattern -> scope.types()
                        .fields(pattern.type())
                        .filter(fields -> fields.containsKey(word.text()))
                        .isPresent())
                .findFirst()
                .ifPresent(pattern -> fieldInConsequence(word.text(), pattern.type(), word));
    }

    private void unknownVerb(Token receiver, Token verb, List<String> verbs) {
        scope.report(
                verb,
                ProblemCode.UNKNOWN_VERB,
                "`" + receiver.text() + "` has no verb `" + verb.text() + "`",
                OTHER_VERBS.containsKey(verb.text())
                        ? "write `" + OTHER_VERBS.get(verb.text()) + ";`"
                        : Nearest.fixOrChoices(verb.text(), verbs));
    }

    /** Of what is computed the compiler knows more. */
    private void points(List<Token> code, int at) {
        int first = at + 4 < code.size() && code.get(at + 4).is("-") ? at + 5 : at + 4;
        if (first + 1 < code.size() && code.get(first + 1).is(")")) {
            Token token = code.get(first);
            boolean fraction = token.kind() == Token.Kind.NUMBER && token.text().contains(".");
            if (fraction || token.kind() == Token.Kind.TEXT) {
                String verb = "score." + code.get(at + 2).text();
                String message = "`" + verb + "` takes whole points, but is given `" + token.text() + "`";
                scope.report(token, ProblemCode.TYPE_MISMATCH, message, null);
            }
        }
    }

    private void checkConstructedType(Token type) {
        if (!scope.types().isKnown(type.text())
                && Character.isUpperCase(type.text().charAt(0))) {
            scope.unknownType(type.text(), type.offset());
        }
    }

    private void binding(Token word, @Nullable Token field) {
        BoundVariable binding = scope.binding(word.text());
        if (binding == null) {
            String bound = field == null ? "" : "$" + field.text() + " : " + field.text();
            scope.unknownBinding(word, field == null ? null : "bind the field in the condition, `" + bound + "`");
        } else if (!binding.visible()) {
            scope.report(
                    word,
                    ProblemCode.UNKNOWN_BINDING,
                    "`" + word.text()
                            + "` is bound inside `not`, `exists`, `forall` or `accumulate` and unknown outside",
                    null);
        } else if (field != null
                && binding.wholeMatch()
                && binding.type() != null
                && !scope.rule().dialect().equals("mvel")) {
            scope.types().fields(binding.type()).ifPresent(fields -> field(binding, field, fields));
        }
    }

    private void field(BoundVariable binding, Token field, Map<String, Property> fields) {
        if (!fields.containsKey(field.text())) {
            scope.unknownField(String.valueOf(binding.type()), field, fields.keySet());
            return;
        }
        fieldInConsequence(binding.name() + "." + field.text(), String.valueOf(binding.type()), field);
    }

    private void fieldInConsequence(String written, String type, Token field) {
        scope.report(
                field,
                ProblemCode.FIELD_IN_CONSEQUENCE,
                "`" + written + "` cannot be read behind `then`",
                "bind the field in the condition, `" + type + "( $" + field.text() + " : " + field.text()
                        + " )`, and use `$" + field.text() + "`");
    }
}
