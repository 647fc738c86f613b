package org.daylight.rulebase.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.DeclaredType;

/**
 * Checks what a rule inserts, updates and deletes, as far as its text tells: only conclusions. What only shows when the rule runs
 * makes it fail then.
 */
final class MemoryCheck {
    static final Set<String> VERBS = Set.of("insert", "insertLogical", "update", "delete", "retract", "modify");

    private static final Set<String> PROVIDED = Set.of("Standing", "AsOf");
    private static final Set<String> CHANGES = Set.of("update", "delete", "retract");

    private final RuleScope scope;
    private final SchemeSource source;
    private final List<Token> code;

    MemoryCheck(RuleScope scope, SchemeSource source) {
        this.scope = scope;
        this.source = source;
        this.code = scope.rule().consequence();
    }

    void check() {
        for (int at = 0; at < code.size(); at++) {
            if (Tokens.matches(code, at + 1, "(")
                    && !Tokens.matches(code, at - 1, ".")
                    && !scope.isFunction(code.get(at).text())) {
                check(code.get(at), code.subList(at + 2, Tokens.closing(code, at + 1)));
            }
        }
    }

    private void check(Token verb, List<Token> argument) {
        if (argument.isEmpty()) {
            return;
        }
        Token first = argument.get(0);
        if (verb.is("insert")) {
            inserted(argument).ifPresent(what -> noConclusion(first, what));
        } else if (CHANGES.contains(verb.text()) && argument.size() == 1) {
            stated(first).ifPresent(type -> notOwn(verb, first, type));
        }
    }

    /** What is inserted, where it can be no conclusion. */
    private Optional<String> inserted(List<Token> argument) {
        Token first = argument.get(0);
        if (argument.size() == 1) {
            BoundVariable bound = scope.binding(first.text());
            boolean value = first.kind() == Token.Kind.TEXT
                    || first.kind() == Token.Kind.NUMBER
                    || Set.of("true", "false", "null").contains(first.text())
                    || (bound != null && (bound.field() != null || bound.function() != null));
            return value
                    ? Optional.of("`" + first.text() + "`")
                    : stated(first).map(type -> "a `" + type + "` that is there already");
        }
        return first.is("new") ? foreign(argument) : Optional.empty();
    }

    /** The type constructed, if the scheme does not declare it. */
    private Optional<String> foreign(List<Token> construction) {
        List<String> name = construction.stream()
                .skip(1)
                .takeWhile(token -> token.isWord() || token.is("."))
                .map(Token::text)
                .toList();
        String type = String.join("", name);
        boolean whole = Tokens.closing(construction, 1 + name.size()) == construction.size() - 1;
        boolean declared =
                source.types().find(type.substring(type.lastIndexOf('.') + 1)).isPresent();
        return whole && !declared && (scope.types().isKnown(type) || KnownTypes.exists(type))
                ? Optional.of("a `" + type + "`, which the scheme does not declare")
                : Optional.empty();
    }

    private void noConclusion(Token at, String what) {
        scope.report(
                at,
                ProblemCode.TYPE_MISMATCH,
                "`insert` takes a conclusion, but is given " + what,
                "declare a type that extends nothing, such as `Notified`, and write `insert( new Notified() )`");
    }

    /** The type of something stated or provided that the word stands for. */
    private Optional<String> stated(Token word) {
        BoundVariable bound = scope.binding(word.text());
        return Optional.ofNullable(bound)
                .filter(BoundVariable::wholeMatch)
                .map(BoundVariable::type)
                .filter(this::isStated);
    }

    private boolean isStated(String type) {
        return PROVIDED.contains(type)
                || Stream.of(DeclaredType.Kind.values())
                        .filter(kind -> kind != DeclaredType.Kind.DERIVED)
                        .anyMatch(kind -> source.is(type, kind));
    }

    private void notOwn(Token verb, Token word, String type) {
        scope.report(
                word,
                ProblemCode.INPUT_CHANGED,
                "`" + scope.rule().name() + "` does `" + verb.text() + "` with a `" + type
                        + "`, which was stated and is not a rule's to change",
                "insert a declared type of your own instead");
    }
}
